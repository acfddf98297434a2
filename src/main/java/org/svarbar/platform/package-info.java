/**
 * Plumbing with no business meaning: time, retries, work loops, the one guarded way out, encryption
 * at rest, JSON, texts in the product's languages, errors at HTTP, health. Knows no other room.
 */
package org.svarbar.platform;
