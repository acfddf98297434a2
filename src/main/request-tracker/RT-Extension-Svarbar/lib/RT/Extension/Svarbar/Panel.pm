package RT::Extension::Svarbar::Panel;

use strict;
use warnings;

use Digest::SHA  ();
use Encode       ();
use JSON         ();
use MIME::Base64 ();
use URI          ();

# Seconds within which the browser must have opened the panel; the page that holds the pass may stay open longer.
use constant VALID => 600;

=encoding utf8

=head1 NAME

RT::Extension::Svarbar::Panel - where the agent who looks at a ticket finds Svarbar's panel of it

=head1 DESCRIPTION

The address ends with a pass for this agent and this ticket, signed with the webhook's secret: C<helpdesk.CONTENT.PROOF>,
CONTENT being JSON in base64url and PROOF the HMAC-SHA256 over C<svarbar-panel.CONTENT>. It stands in the fragment, which
browsers send to nobody.

=head2 Address TICKET, USER

Nothing if the panel is not set up, or the user may not read comments in the ticket: the panel shows what comments show.

=cut

sub Address {
    my ( $class, $ticket, $user ) = @_;
    my $secret = RT->Config->Get('SvarbarSecret');
    my $base   = _base();
    return unless $ticket && $ticket->Id && length( $secret // '' ) && $base;
    return unless $user->Privileged && $ticket->CurrentUserHasRight('ShowTicketComments');

    my ($connection) = $base =~ m{/([a-z0-9-]+)$} or return;
    my $content = JSON->new->utf8->canonical->encode(
        {   connection => $connection,
            ticket     => '' . $ticket->Id,
            agent      => '' . $user->Name,
            expires    => time + VALID,
        }
    );
    my $encoded = MIME::Base64::encode_base64url( $content, '' );
    my $proof   = Digest::SHA::hmac_sha256_hex( "svarbar-panel.$encoded", Encode::encode( 'UTF-8', $secret ) );
    return sprintf '%s/%d#helpdesk.%s.%s', $base, $ticket->Id, $encoded, $proof;
}

=head2 Origin

Scheme, host and port of the panel: the only place that its messages are taken from.

=cut

sub Origin {
    my $uri = URI->new( _base() // return );
    my $port = $uri->port == $uri->default_port ? '' : ':' . $uri->port;
    return $uri->scheme . '://' . $uri->host . $port;
}

# Without a setting, beside the webhook's address.
sub _base {
    my $base = RT->Config->Get('SvarbarPanelURL');
    return $base =~ s{/+$}{}r if length( $base // '' );
    my $webhook = RT->Config->Get('SvarbarWebhookURL') // '';
    return $webhook =~ m{^(https?://.+)/webhooks/([a-z0-9-]+)/?$} ? "$1/panel/$2" : undef;
}

1;
