package org.svarbar.knowledge;

import java.util.Locale;

/**
 * What an entry of a source is known by.
 *
 * @param id ours
 * @param key what the source calls it
 */
public record EntryIdentity(long id, String key, Locale language) {}
