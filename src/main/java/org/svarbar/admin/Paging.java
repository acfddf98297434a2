package org.svarbar.admin;

/**
 * Where in a long list a page is.
 *
 * @param page counted from 0
 * @param pages how many there are, at least 1
 * @param address of the list with its filters as a query, to which the number of a page is added
 */
record Paging(int page, int pages, String address) {

  static Paging of(int page, long rows, int rowsOfAPage, String address) {
    return new Paging(page, (int) Math.max(1, (rows + rowsOfAPage - 1) / rowsOfAPage), address);
  }

  boolean hasBefore() {
    return page > 0;
  }

  boolean hasAfter() {
    return page + 1 < pages;
  }

  String before() {
    return at(page - 1);
  }

  String after() {
    return at(page + 1);
  }

  private String at(int page) {
    return address + (address.endsWith("?") ? "" : "&") + "page=" + page;
  }
}
