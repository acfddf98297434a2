/**
 * The meaning of texts as directions in space, by a model that the operator brings: in process
 * through ONNX Runtime, or from an endpoint that speaks as OpenAI's does. Off unless configured.
 *
 * <ul>
 *   <li>While it is off, none of its libraries is needed or loaded.
 *   <li>Settings that cannot be right refuse the start, with key and value.
 *   <li>A question's embedding takes a bounded time, and none at all for a while after one that
 *       failed; who asks goes on without it.
 *   <li>Nothing is downloaded. An endpoint is called through the one guarded way out.
 *   <li>The same text gets the same embedding, whatever else is embedded beside it.
 * </ul>
 */
package org.svarbar.embedding;
