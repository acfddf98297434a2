package RT::Action::NotifySvarbar;

use strict;
use warnings;

use base 'RT::Action';

use Digest::SHA    ();
use Encode         ();
use HTTP::Request  ();
use JSON           ();
use LWP::UserAgent ();
use Time::HiRes    ();

# Bytes of a message's text that are sent; what follows is cut off.
use constant TEXT_LIMIT => 200 * 1024;

=encoding utf8

=head1 NAME

RT::Action::NotifySvarbar - scrip action that posts transactions to Svarbar

=head1 DESCRIPTION

One HTTP POST per transaction, signed with HMAC-SHA256 over C<timestamp.body>. Works in both stages of a scrip.
A failure is logged as a warning and never disturbs RT. See L<RT::Extension::Svarbar> for the settings.

=cut

sub Describe { return 'Tells Svarbar about the transaction' }

sub Prepare { return 1 }

sub Commit {
    my $self = shift;
    for my $transaction ( $self->_transactions ) {
        local $@;
        local $SIG{__DIE__} = 'DEFAULT';
        eval { $self->_tell($transaction); 1 } or do {
            # an error's text may quote the message, its place does not
            my ($place) = $@ =~ / at (\S+ line \d+)/;
            RT->Logger->warning( 'Svarbar: transaction ' . $transaction->Id . ' was not sent, failed at ' . ( $place // '?' ) );
        };
    }
    return 1;
}

# RT runs a scrip once per batch and hands it the batch's first transaction, whichever one its condition
# picked. So the condition is asked again, about each of them. The scrip's own copies carry the rights of
# whoever made the change; they are read anew as the system.
sub _transactions {
    my $self = shift;
    my $scrip = $self->ScripObj;
    my $batch = $self->TicketObj->TransactionBatch;
    my $stage = $scrip ? $scrip->Stage( TicketObj => $self->TicketObj ) : '';
    my @chosen
        = ( $stage // '' ) eq 'TransactionBatch' && $batch
        ? grep { $self->_is_applicable($_) } @$batch
        : $self->TransactionObj;
    return map {
        my $transaction = RT::Transaction->new( RT->SystemUser );
        $transaction->Load( $_->Id );
        $transaction->Id ? $transaction : ();
    } @chosen;
}

sub _is_applicable {
    my ( $self, $transaction ) = @_;
    my $condition = $self->ScripObj->ConditionObj;
    my %types     = map { lc $_ => 1 } split /\s*,\s*/, $condition->ApplicableTransTypes // '';
    return unless $types{any} || $types{ lc $transaction->Type };
    $condition->LoadCondition(
        ScripObj       => $self->ScripObj,
        TicketObj      => $self->TicketObj,
        TransactionObj => $transaction,
    );
    return $condition->IsApplicable;
}

sub _tell {
    my ( $self, $transaction ) = @_;
    my $event = _event($transaction) or return;
    return if $self->_is_of_no_interest( $transaction, $event );

    my $url    = RT->Config->Get('SvarbarWebhookURL');
    my $secret = RT->Config->Get('SvarbarSecret');
    unless ( length( $url // '' ) && length( $secret // '' ) ) {
        RT->Logger->warning('Svarbar: $SvarbarWebhookURL or $SvarbarSecret is missing in RT_SiteConfig.pm, nothing is sent');
        return;
    }

    my $delivery = RT->Config->Get('rtname') . '-txn-' . $transaction->Id;
    my $body     = JSON->new->utf8->canonical->encode( $self->_payload( $transaction, $event, $delivery ) );
    my $at       = time;
    my $request  = HTTP::Request->new(
        POST => $url,
        [   'Content-Type'   => 'application/json; charset=utf-8',
            'X-RT-Event'     => $event,
            'X-RT-Delivery'  => Encode::encode( 'UTF-8', $delivery ),
            'X-RT-Timestamp' => $at,
            'X-RT-Signature' => 'sha256=' . Digest::SHA::hmac_sha256_hex( "$at.$body", Encode::encode( 'UTF-8', $secret ) ),
        ],
        $body
    );
    my $outcome = $self->_post($request) // return;
    RT->Logger->warning( "Svarbar: $event of ticket " . $self->TicketObj->Id . " ($delivery) was not taken: $outcome" );
}

# One form in RT can make several transactions, and whoever sent it waits: for all of them together no longer
# than the setting says. Returns nothing when Svarbar took the message, otherwise what went wrong.
sub _post {
    my ( $self, $request ) = @_;
    my $waited = \$self->TicketObj->{_svarbar_waited};
    my $left   = _timeout() - ( $$waited //= 0 );
    return 'no time left after the messages before it' if $left <= 0;
    my $start  = Time::HiRes::time();
    my $answer = LWP::UserAgent->new(
        agent        => "RT-Extension-Svarbar/$RT::Extension::Svarbar::VERSION",
        timeout      => $left,
        max_redirect => 0,
        max_size     => 16 * 1024,
    )->request($request);
    $$waited += Time::HiRes::time() - $start;
    return $answer->is_success ? undef : $answer->status_line;
}

sub _timeout {
    my $seconds = RT->Config->Get('SvarbarTimeout') // '';
    return $seconds =~ /^\d+$/ && $seconds > 0 ? $seconds : 3;
}

sub _event {
    my $transaction = shift;
    my $type  = $transaction->Type;
    my $field = $transaction->Field // '';
    return 'ticket.created'        if $type eq 'Create';
    return 'ticket.correspond'     if $type eq 'Correspond';
    return 'ticket.comment'        if $type eq 'Comment';
    return 'ticket.status_changed' if $type eq 'Status';
    return 'ticket.queue_changed'  if $type eq 'Set' && $field eq 'Queue';
    return 'ticket.priority_changed' if $type eq 'Set' && $field eq 'Priority';
    # each change of owner is two transactions, SetWatcher is the other one
    return 'ticket.owner_changed' if $field eq 'Owner' && $type ne 'SetWatcher';
    return;
}

sub _is_of_no_interest {
    my ( $self, $transaction, $event ) = @_;
    my $account = RT->Config->Get('SvarbarAccount') // 'svarbar';
    return 1 if lc $transaction->CreatorObj->Name eq lc $account;
    return 1 if _is_bounce($transaction);

    # RT opens a new ticket by itself at its first answer, which the answer has told already
    return unless $event eq 'ticket.status_changed' && $transaction->Creator == RT->SystemUser->Id;
    my $lifecycle = $self->TicketObj->QueueObj->LifecycleObj;
    return !grep { $lifecycle->IsInactive($_) } $transaction->OldValue, $transaction->NewValue;
}

# RT marks mail written by machines. Of these a bounce or an automatic reply says who it comes from;
# web forms and monitoring, which are marked as well, are customers like others.
sub _is_bounce {
    my $transaction = shift;
    my $mail = $transaction->Attachments->First or return;
    return unless _is_auto_generated($transaction);
    my $header = sub { $mail->GetHeader(shift) // '' };
    return $header->('Return-Path') =~ /<\s*>/
        || $header->('From') =~ /\b(?:mailer-daemon|postmaster)\@/i
        || $header->('Content-Type') =~ m{^multipart/report}i
        || $header->('Auto-Submitted') =~ /^\s*auto-replied/i;
}

sub _is_auto_generated {
    my $mail = shift->Attachments->First or return;
    return ( $mail->GetHeader('RT-DetectedAutoGenerated') // '' ) =~ /^true/i;
}

sub _payload {
    my ( $self, $transaction, $event, $delivery ) = @_;
    my $ticket     = $self->TicketObj;
    my $creator    = $transaction->CreatorObj;
    my @requestors = @{ $ticket->Requestors->UserMembersObj->ItemsArrayRef };
    my $web        = RT->Config->Get('WebURL');
    return {
        event       => $event,
        delivery    => $delivery,
        instance    => RT->Config->Get('WebBaseURL'),
        occurred_at => $transaction->CreatedObj->W3CDTF( Timezone => 'UTC' ),
        transaction => {
            id           => $transaction->Id + 0,
            type         => $transaction->Type,
            creator      => _person($creator),
            by_requestor => _boolean( grep { $_->Id == $creator->Id } @requestors ),
        },
        ticket => {
            id         => $ticket->Id + 0,
            subject    => $ticket->Subject,
            status     => $ticket->Status,
            priority   => ( $ticket->Priority || 0 ) + 0,
            queue      => $ticket->QueueObj->Name,
            owner      => $ticket->OwnerObj->Name,
            requestors => [ map { _person($_) } @requestors ],
            url        => $web . 'Ticket/Display.html?id=' . $ticket->Id,
            api        => $web . 'REST/2.0/ticket/' . $ticket->Id,
        },
        _message($transaction),
        _change( $transaction, $event ),
    };
}

sub _person {
    my $user = shift;
    return {
        id         => $user->Id + 0,
        name       => $user->Name,
        email      => $user->EmailAddress,
        real_name  => $user->RealName,
        privileged => _boolean( $user->Privileged ),
    };
}

sub _boolean { return $_[0] ? JSON::true() : JSON::false() }

sub _message {
    my $transaction = shift;
    my ( $plain, $html, @files, %inside );
    for my $part ( @{ $transaction->Attachments->ItemsArrayRef } ) {
        # a mail attached to the mail: its parts are someone else's words
        if ( $inside{ $part->Parent || 0 } || ( $part->Parent && $part->ContentType =~ m{^message/}i ) ) {
            $inside{ $part->Id } = 1;
        }
        elsif ( length( $part->Filename // '' ) ) {
            push @files, { id => $part->Id + 0, name => $part->Filename, type => $part->ContentType };
        }
        elsif ( !$part->IsAttachmentContentDisposition ) {
            $plain //= $part if lc $part->ContentType eq 'text/plain' && length( $part->Content // '' );
            $html  //= $part if lc $part->ContentType eq 'text/html'  && length( $part->Content // '' );
        }
    }
    my $text = $plain || $html or return;
    return message => {
        content_type   => lc $text->ContentType,
        content        => _cut( $text->Content ),
        attachments    => \@files,
        auto_generated => _boolean( _is_auto_generated($transaction) ),
        $html ? ( html => _cut( $html->Content ) ) : (),
    };
}

sub _cut {
    my $text  = shift;
    my $bytes = Encode::encode( 'UTF-8', $text );
    return $text if length $bytes <= TEXT_LIMIT;
    # FB_QUIET drops the character that the cut went through
    return Encode::decode( 'UTF-8', substr( $bytes, 0, TEXT_LIMIT ), Encode::FB_QUIET );
}

sub _change {
    my ( $transaction, $event ) = @_;
    my ( $from, $to ) = ( $transaction->OldValue, $transaction->NewValue );
    return status_change => { from => $from, to => $to } if $event eq 'ticket.status_changed';
    return priority_change => { from => '' . ( $from // 0 ), to => '' . ( $to // 0 ) } if $event eq 'ticket.priority_changed';
    return queue_change => { from => _name( 'RT::Queue', $from ), to => _name( 'RT::Queue', $to ) }
        if $event eq 'ticket.queue_changed';
    return owner_change => { from => _name( 'RT::User', $from ), to => _name( 'RT::User', $to ) }
        if $event eq 'ticket.owner_changed';
    return;
}

sub _name {
    my ( $class, $id ) = @_;
    my $record = $class->new( RT->SystemUser );
    $record->Load($id);
    return $record->Name;
}

RT::Base->_ImportOverlays();

1;
