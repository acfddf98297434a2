/**
 * Says everything that the rest of the product may know about a helpdesk: tickets, messages, what
 * happened to them and what Svarbar may do to them. Plain data, immutable, checked by its
 * constructors; knows nothing but `java..`.
 *
 * <p>Out of scope: how a helpdesk words any of this (room `helpdesk` and its vendors).
 */
package org.svarbar.ticket;
