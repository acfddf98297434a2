package org.svarbar.access;

import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Hears of every row that a request changes, so that no room need think of it. */
public class AuditedChanges
    implements Integrator,
        PostInsertEventListener,
        PostUpdateEventListener,
        PostDeleteEventListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    var listeners = factory.getServiceRegistry().getService(EventListenerRegistry.class);
    listeners.appendListeners(EventType.POST_INSERT, this);
    listeners.appendListeners(EventType.POST_UPDATE, this);
    listeners.appendListeners(EventType.POST_DELETE, this);
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // nothing to undo
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    tell(
        event.getEntity(),
        event.getId(),
        event.getPersister(),
        Optional.empty(),
        Optional.of(event.getState()),
        event.getSession());
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    tell(
        event.getEntity(),
        event.getId(),
        event.getPersister(),
        Optional.ofNullable(event.getOldState()),
        Optional.of(event.getState()),
        event.getSession());
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    tell(
        event.getEntity(),
        event.getId(),
        event.getPersister(),
        Optional.of(event.getDeletedState()),
        Optional.empty(),
        event.getSession());
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return false;
  }

  private static void tell(
      Object entity,
      Object id,
      EntityPersister persister,
      Optional<Object[]> before,
      Optional<Object[]> after,
      EventSource session) {
    var table = entity.getClass().getAnnotation(Table.class);
    if (table != null) {
      AuditedRequest.current()
          .ifPresent(
              request ->
                  AuditedTables.line(table.name(), persister.getPropertyNames(), before, after)
                      .ifPresent(
                          line -> request.changed(table.name() + " " + id + " " + line, session)));
    }
  }
}
