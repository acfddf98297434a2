package org.svarbar.knowledge;

import java.util.Locale;

/**
 * By what a source tells its entries apart.
 *
 * @param key what the source calls it; the same in every language
 */
public record EntryName(String key, Locale language) {}
