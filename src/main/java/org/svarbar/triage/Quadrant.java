package org.svarbar.triage;

/** How often a question comes, against how simple the case is. */
public enum Quadrant {
  FREQUENT_SIMPLE,
  FREQUENT_COMPLEX,
  RARE_SIMPLE,
  RARE_COMPLEX;

  static Quadrant of(boolean isFrequent, boolean isSimple) {
    if (isFrequent) {
      return isSimple ? FREQUENT_SIMPLE : FREQUENT_COMPLEX;
    }
    return isSimple ? RARE_SIMPLE : RARE_COMPLEX;
  }
}
