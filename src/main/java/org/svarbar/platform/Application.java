package org.svarbar.platform;

import jakarta.ws.rs.ApplicationPath;

/** Everything at HTTP is JAX-RS, pages and their assets too. */
@ApplicationPath("/")
public class Application extends jakarta.ws.rs.core.Application {}
