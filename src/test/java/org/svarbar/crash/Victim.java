package org.svarbar.crash;

/** A process that is killed without warning and started again as an operator would. */
interface Victim {

  /** As it stands in the printed line. */
  String name();

  /** SIGKILL; it is gone when this returns. */
  void kill() throws Exception;

  /** Starts it on what it left behind; it answers when this returns. */
  void startAgain() throws Exception;
}
