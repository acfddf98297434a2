package RT::Extension::Svarbar;

use strict;
use warnings;

our $VERSION = '1.1';

use RT::Extension::Svarbar::Panel;

=encoding utf8

=head1 NAME

RT::Extension::Svarbar - tells Svarbar what happens to tickets, and shows its panel beside them

=head1 DESCRIPTION

Sends a signed JSON message to Svarbar when a ticket is created, answered, commented on, moved to another queue,
given to another owner or changes status. Svarbar answers by writing a comment in the ticket through REST2, or a reply
where its administrators allow that. Mail about what it writes gets the header C<Auto-Submitted: auto-replied>.
Shows agents Svarbar's panel in the ticket's page and beside the reply, and puts what they insert there into the reply.

Works with RT 5 and RT 6. F<README.md> tells how to install it.

=head1 CONFIGURATION

In F<RT_SiteConfig.pm>:

    Plugin('RT::Extension::Svarbar');
    Set($SvarbarWebhookURL, 'https://svarbar.example/svarbar/webhooks/rt');
    Set($SvarbarSecret,     'the webhook secret that Svarbar shows');
    Set($SvarbarAccount,    'svarbar');
    Set($SvarbarTimeout,    3);

=over

=item C<$SvarbarWebhookURL>, C<$SvarbarSecret>

Where messages go, and the key that they are signed with. Nothing is sent while one of them is missing.

=item C<$SvarbarAccount>

Name of the RT user that Svarbar writes as. What this user does is never sent, so Svarbar does not hear itself.
C<svarbar> unless set.

=item C<$SvarbarTimeout>

Seconds to wait for Svarbar at most. Whoever changed the ticket waits as long. 3 unless set.

=item C<$SvarbarPanelURL>

Where agents' browsers find Svarbar's panel, such as C<https://svarbar.example/svarbar/panel/rt>. Only needed where they
reach Svarbar at another address than RT does.

=back

=cut

RT->AddJavaScript('svarbar.js');
RT->AddStyleSheets('svarbar.css');

my %META = (
    SvarbarWebhookURL => { Type => 'SCALAR', Immutable => 1, Widget => '/Widgets/Form/String' },
    SvarbarPanelURL   => { Type => 'SCALAR', Immutable => 1, Widget => '/Widgets/Form/String' },
    SvarbarAccount    => { Type => 'SCALAR', Immutable => 1, Widget => '/Widgets/Form/String' },
    SvarbarTimeout    => { Type => 'SCALAR', Immutable => 1, Widget => '/Widgets/Form/Integer' },
    SvarbarSecret     => {
        Type      => 'SCALAR',
        Immutable => 1,
        Widget    => '/Widgets/Form/String',
        Obfuscate => sub {
            my ( $config, $value, $user ) = @_;
            return $user->loc('Password not printed');
        },
    },
);

# Newer releases have a door for extensions; before it, extensions wrote in RT's own table.
if ( RT->Config->can('RegisterPluginConfig') ) {
    RT->Config->RegisterPluginConfig(
        Plugin  => 'Svarbar',
        Content => [ map { { Name => $_ } } sort keys %META ],
        Meta    => \%META,
    );
}
else {
    for my $option ( keys %META ) {
        $RT::Config::META{$option} = { %{ $RT::Config::META{$option} || {} }, %{ $META{$option} } };
    }
}

# Mail about what Svarbar writes says that a program wrote it (RFC 3834), so that other programs do not answer it.
{
    require RT::Action::SendEmail;
    no warnings 'redefine';
    my $set = \&RT::Action::SendEmail::SetRTSpecialHeaders;
    *RT::Action::SendEmail::SetRTSpecialHeaders = sub {
        my $self    = shift;
        my $account = RT->Config->Get('SvarbarAccount') // 'svarbar';
        $self->SetHeader( 'Auto-Submitted', 'auto-replied' )
            if lc $self->TransactionObj->CreatorObj->Name eq lc $account;
        return $set->( $self, @_ );
    };
}

=head1 LICENSE

Apache License, Version 2.0.

=cut

1;
