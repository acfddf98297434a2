# Puts past tickets into a Request Tracker on SQLite: each was asked by a customer and, as far as there is a reply, answered by the agent.
# Nobody is told of them: scrips do not run. The first ones are made through RT's own API, the others are copies of
# their rows with other words in them, because RT takes 30 ms of a processor for each message.
# Standard input: a JSON object a line with from, subject, question, askedAt, reply and repliedAt (times as in RT's database, UTC).
# Arguments: the queue's name, the agent's, and how many are made through the API.
use strict; use warnings;
use JSON::PP; use MIME::Base64; use MIME::Entity; use Encode ();
use RT; RT->LoadConfig; RT->Init;
{
    no warnings qw(redefine once);
    *RT::Scrips::Prepare = sub { 1 };
    *RT::Scrips::Commit  = sub { 1 };
}
my ( $queue_name, $agent_name, $first ) = @ARGV;
my $database = $RT::Handle->dbh;
my $queue    = RT::Queue->new( RT->SystemUser );
$queue->Load($queue_name);
my $agent = RT::CurrentUser->new;
$agent->Load($agent_name);
my @in = map { JSON::PP->new->utf8->decode($_) } <STDIN>;
@in or exit;
$first = @in if $first > @in;

sub mail {
    return MIME::Entity->build( From => $_[0], Subject => 'x', Type => 'text/plain', Charset => 'UTF-8', Data => ['x'] );
}
sub all { return map { $_->[0] } @{ $database->selectall_arrayref(@_) } }
sub one { return ( all(@_) )[0] }

$RT::Handle->BeginTransaction;
my @made;
for my $in ( @in[ 0 .. $first - 1 ] ) {
    my $user = RT::User->new( RT->SystemUser );
    $user->LoadOrCreateByEmail( $in->{from} );
    my $customer = RT::CurrentUser->new;
    $customer->Load( $user->Id );
    my $ticket = RT::Ticket->new($customer);
    my ( $id, undef, $message ) =
        $ticket->Create( Queue => $queue->Id, Subject => 'x', Requestor => [ $in->{from} ], MIMEObj => mail( $in->{from} ) );
    $id or die $message;
    my $answered = RT::Ticket->new($agent);
    $answered->Load($id);
    my ( $ok, $why ) = $answered->Correspond( MIMEObj => mail('agent@rt.example') );
    $ok or die $why;
    push @made, $id;
}

# --- copies: what each table's rows of a ticket are, and which of their columns name rows that are copied too
my %key = map { $_ => one("SELECT MAX(id) FROM $_") } qw(Tickets Transactions Attachments GroupMembers CachedGroupMembers Principals);
my $ours  = "ObjectType = 'RT::Ticket' AND ObjectId = ?";
my $roles = "SELECT id FROM Groups WHERE Domain = 'RT::Ticket-Role' AND Instance = ?";
my @tables = (
    [ Tickets            => 'id = ?', { id => 'Tickets', EffectiveId => 'Tickets' } ],
    [ Transactions       => $ours, { id => 'Transactions', ObjectId => 'Tickets' } ],
    [ Attachments        => "TransactionId IN (SELECT id FROM Transactions WHERE $ours)",
        { id => 'Attachments', TransactionId => 'Transactions', Parent => 'Attachments' } ],
    [ Principals         => "id IN ($roles)", { id => 'Principals' } ],
    [ Groups             => "id IN ($roles)", { id => 'Principals', Instance => 'Tickets' } ],
    [ GroupMembers       => "GroupId IN ($roles)", { id => 'GroupMembers', GroupId => 'Principals' } ],
    [ CachedGroupMembers => "GroupId IN ($roles)",
        { id => 'CachedGroupMembers', GroupId => 'Principals', MemberId => 'Principals', Via => 'CachedGroupMembers',
            ImmediateParentId => 'Principals' } ],
);
for my $copy ( $first .. $#in ) {
    my $from = $made[ $copy % $first ];
    my ( %new, @rows );
    for my $table (@tables) {
        my ( $name, $where, $moved ) = @$table;
        my $found = $database->selectall_arrayref( "SELECT * FROM $name WHERE $where ORDER BY id", { Slice => {} }, $from );
        for my $row (@$found) {
            $new{ $moved->{id} }{ $row->{id} } ||= ++$key{ $moved->{id} };
            push @rows, [ $name, $row, $moved ];
        }
    }
    for (@rows) {
        my ( $name, $row, $moved ) = @$_;
        for my $column ( keys %$moved ) {
            my $cell = \$row->{ lc $column };    # RT reads names in lower case
            $$cell = $new{ $moved->{$column} }{ $$cell || 0 } || $$cell;
        }
        my @columns = sort keys %$row;
        my $sql = "INSERT INTO $name (" . join( ',', @columns ) . ') VALUES (' . join( ',', ('?') x @columns ) . ')';
        $database->prepare_cached($sql)->execute( @$row{@columns} );
    }
    push @made, $new{Tickets}{$from};
}

# --- their words and times
sub say_in {
    my ( $ticket, $type, $text, $at ) = @_;
    my $transaction = one( "SELECT id FROM Transactions WHERE $ours AND Type = ?", {}, $ticket, $type );
    $database->do( 'UPDATE Transactions SET Created = ? WHERE id = ?', {}, $at, $transaction );
    $database->do( "UPDATE Attachments SET Content = ?, ContentEncoding = 'base64' WHERE TransactionId = ? AND ContentType = 'text/plain'",
        {}, encode_base64( Encode::encode( 'UTF-8', $text ) ), $transaction );
}
for my $i ( 0 .. $#in ) {
    my ( $in, $id ) = ( $in[$i], $made[$i] );
    say_in( $id, 'Create', $in->{question}, $in->{askedAt} );
    if ( $in->{reply} ) { say_in( $id, 'Correspond', $in->{reply}, $in->{repliedAt} ) }
    else { $database->do( "DELETE FROM Transactions WHERE $ours AND Type = 'Correspond'", {}, $id ) }
    $database->do( "UPDATE Tickets SET Created = ?, LastUpdated = ?, Subject = ?, Status = 'resolved' WHERE id = ?",
        {}, $in->{askedAt}, $in->{repliedAt} || $in->{askedAt}, $in->{subject}, $id );
}
$RT::Handle->Commit;
print scalar(@made), " tickets\n";
