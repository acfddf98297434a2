#!/bin/bash
# Brings up a real Request Tracker 5 from Debian's packages, on loopback, with our extension installed the way
# docs/helpdesks/request-tracker.md says: a fresh SQLite database, a queue, an agent, and Svarbar's service account.
#
#   rt5-up.sh [options] WEBHOOK_URL    create, start, print the settings
#   rt5-up.sh --restart [--dir DIR]    stop the server of DIR and start it again: same port, same data
#   rt5-up.sh --down [--dir DIR]       stop the server of DIR and remove DIR
#   rt5-up.sh --install-only           only install the packages (needs root)
#
# Options
#   --dir DIR              where everything lives (default ${TMPDIR:-/tmp}/svarbar-rt5); made anew at each start
#   --port N               port on 127.0.0.1 (default: a free one)
#   --secret S             key of the webhook's signature (default: random)
#   --queue NAME           the queue (default Kundservice)
#   --stage WHEN           batch (default): scrips run after the commit, as the extension installs them;
#                          create: inside RT's database transaction, RT's own default
#   --webhook-timeout S    seconds RT waits for an answer (default 3)
#   --workers N            server processes (default 3)
#   --timezone ZONE        RT's time zone (default Europe/Stockholm); the service account's is UTC
#
# Prints NAME=VALUE lines, kept in DIR/env for the shell, and in DIR/settings.json. RT's outgoing mail ends up in
# DIR/var/*.mbox, its log in DIR/server.log. Exit code 3: packages are missing and only root can install them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
extension=$(cd "$here/../../main/request-tracker/RT-Extension-Svarbar" && pwd)
fail() { echo "rt5-up: $1" >&2; exit "${2:-1}"; }

dir="${TMPDIR:-/tmp}/svarbar-rt5" port='' secret='' queue=Kundservice stage=batch timeout=3 workers=3
timezone=Europe/Stockholm url='' todo=up
while [ $# -gt 0 ]; do
  case "$1" in
    --dir | --port | --secret | --queue | --stage | --webhook-timeout | --workers | --timezone)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case "$1" in
        --dir) dir=$2 ;; --port) port=$2 ;; --secret) secret=$2 ;; --queue) queue=$2 ;;
        --stage) stage=$2 ;; --webhook-timeout) timeout=$2 ;; --workers) workers=$2 ;; --timezone) timezone=$2 ;;
      esac
      shift 2 ;;
    --down) todo=down; shift ;;
    --restart) todo=restart; shift ;;
    --install-only) todo=install; shift ;;
    -h | --help) sed -n '2,/^set -euo/p' "$0" | sed '$d; s/^# \{0,1\}//'; exit 0 ;;
    -*) fail "unknown option $1" ;;
    *) [ -z "$url" ] || fail "one WEBHOOK_URL, please"; url=$1; shift ;;
  esac
done
case "$stage" in batch) rt_stage=TransactionBatch ;; create) rt_stage=TransactionCreate ;; *) fail "--stage is batch or create" ;; esac
[[ $workers =~ ^[1-9][0-9]*$ ]] || fail "--workers takes a number"
[[ $timeout =~ ^[1-9][0-9]*$ ]] || fail "--webhook-timeout takes seconds"
[[ $port =~ ^[0-9]*$ ]] || fail "--port takes a number"
[[ $timezone =~ ^[A-Za-z0-9/_+-]+$ ]] || fail "--timezone takes a name such as Europe/Stockholm"
[[ $dir == /* ]] || dir="$PWD/$dir"
[[ $dir =~ ^[A-Za-z0-9/._@+-]+$ ]] || fail "--dir takes letters, digits and /._@+-"

# --- the server: a session of its own, known by a pid file and by a variable in its environment
server_pid() {
  local pid
  pid=$(cat "$dir/server.pid" 2>/dev/null) || return 1
  [[ $pid =~ ^[0-9]+$ ]] || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$pid/environ" | grep -qxF "SVARBAR_RT_DIR=$dir" || return 1
  echo "$pid"
}
stop() {
  local pid
  if pid=$(server_pid); then
    kill -TERM "$pid" 2>/dev/null || true
    for _ in $(seq 40); do kill -0 "$pid" 2>/dev/null || break; sleep 0.05; done
    kill -KILL -- "-$pid" 2>/dev/null || true
    for _ in $(seq 40); do kill -0 -- "-$pid" 2>/dev/null || break; sleep 0.05; done
  fi
  rm -f "$dir/server.pid"
}
clear_dir() {
  [ -e "$dir" ] || return 0
  [ -f "$dir/.svarbar-rt5" ] || [ -z "$(ls -A "$dir")" ] || fail "$dir holds something else, it stays as it is"
  stop
  rm -rf "$dir"
}
start() {
  export RT_SITE_CONFIG="$dir/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$dir/site.d" SVARBAR_RT_DIR="$dir"
  setsid /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$RT_PORT" --max-workers "$RT_WORKERS" \
    </dev/null >>"$dir/server.log" 2>&1 &
  local pid=$!
  disown "$pid" 2>/dev/null || true
  echo "$pid" >"$dir/server.pid"
  for _ in $(seq 600); do
    kill -0 "$pid" 2>/dev/null || { tail -20 "$dir/server.log" >&2; rm -f "$dir/server.pid"; fail "the server ended"; }
    answers && break
    sleep 0.1
  done
  answers || { tail -20 "$dir/server.log" >&2; stop; fail "the server does not answer"; }
  sed -i "s/^RT_PID=.*/RT_PID=$pid/" "$dir/env"
  ( set -a; . "$dir/env"; perl -MJSON::PP -MEncode -e '
      print JSON::PP->new->utf8->canonical->pretty->encode({ map { $_ => Encode::decode("UTF-8", $ENV{$_}) }
        grep { /^RT_/ && !/^RT_SITE_CONFIG/ } keys %ENV })' ) >"$dir/settings.json"
}
answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$RT_PORT") 2>/dev/null || return 1
  TOKEN=$RT_TOKEN perl -MLWP::UserAgent -e '
    my $answer = LWP::UserAgent->new(timeout => 20)->get($ARGV[0], Authorization => "token $ENV{TOKEN}");
    exit($answer->code == 200 ? 0 : 1)' "http://127.0.0.1:$RT_PORT/REST/2.0/rt" 2>/dev/null
}

case "$todo" in
  down) clear_dir; exit 0 ;;
  restart)
    [ -f "$dir/.svarbar-rt5" ] && [ -f "$dir/env" ] || fail "there is no RT of ours in $dir"
    . "$dir/env"; stop; start; cat "$dir/env"; exit 0 ;;
esac

# --- packages; a database choice or a mail transport that is there already is as good as ours
installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
command -v dpkg-query >/dev/null || fail "Request Tracker comes from Debian's or Ubuntu's packages; this system has none" 3
missing=()
for package in request-tracker5 rt5-clients rt5-db-sqlite rt5-standalone; do installed "$package" || missing+=("$package"); done
if [ ${#missing[@]} -gt 0 ]; then
  installed dbconfig-no-thanks || installed dbconfig-sqlite3 || missing+=(dbconfig-no-thanks)
  dpkg-query -W -f '${db:Status-Status} ${Provides}\n' | grep '^installed.*mail-transport-agent' >/dev/null || missing+=(msmtp-mta)
  [ "$(id -u)" = 0 ] || fail "Request Tracker is not installed: run as root 'apt-get install ${missing[*]}' or '$0 --install-only'" 3
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  install() { apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" >"$log" 2>&1; }
  echo 'request-tracker5 request-tracker5/install-cronjobs boolean false' | debconf-set-selections
  install || { apt-get -q update >"$log" 2>&1 && install; } || { tail -20 "$log" >&2; fail "could not install ${missing[*]}" 3; }
fi
[ "$todo" = up ] || exit 0
[[ $url =~ ^https?://[^\'\\]+$ ]] || fail "give the WEBHOOK_URL (see --help)"

# --- a folder of its own: configuration, database, caches, plugin, mail, log
clear_dir
umask 077
mkdir -p "$dir"/{site.d,mason,sessions,var,local/html,plugins}
touch "$dir/.svarbar-rt5"
random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
quoted() { perl -e 'my $v = shift; $v =~ s/([\\\x27])/\\$1/g; print "\x27$v\x27"' -- "$1"; }
[ -n "$secret" ] || secret=$(random 24)
[ -n "$port" ] || port=$(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport')
root_password=$(random 12) agent_password=$(random 12)
echo "$root_password" >"$dir/root-password"

cp -R "$extension" "$dir/plugins/RT-Extension-Svarbar"
cat >"$dir/RT_SiteConfig.pm" <<CONFIG
Set(\$rtname, 'rt.example');
Set(\$Organization, 'rt.example');
Set(\$CorrespondAddress, 'kundservice\@rt.example');
Set(\$CommentAddress, 'kundservice-kommentar\@rt.example');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $port);
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$dir/rt.sqlite3');
Set(\$BcryptCost, 10);          # RT's least
Set(\$Timezone, '$timezone');
Set(\$MailCommand, 'mbox');     # nothing is sent, everything is kept in var
Set(\$LogToSTDERR, 'warning');
Set(\$LogToSyslog, undef);
Set(\$LogToFile, undef);
\$RT::VarPath = '$dir/var';
\$RT::MasonDataDir = '$dir/mason';
\$RT::MasonSessionDir = '$dir/sessions';
\$RT::LocalPath = '$dir/local';
\$RT::MasonLocalComponentRoot = '$dir/local/html';
\$RT::LocalPluginPath = '$dir/plugins';

# what an administrator adds for Svarbar
Plugin('RT::Extension::Svarbar');
Set(\$SvarbarWebhookURL, $(quoted "$url"));
Set(\$SvarbarSecret, $(quoted "$secret"));
Set(\$SvarbarAccount, 'svarbar');
Set(\$SvarbarTimeout, $timeout);
1;
CONFIG

export RT_SITE_CONFIG="$dir/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$dir/site.d"
database() { /usr/sbin/rt-setup-database-5 "$@" >>"$dir/setup.log" 2>&1 || { tail -30 "$dir/setup.log" >&2; fail "the database could not be set up"; }; }
database --action init --dba none --dba-password none --force --root-password-file "$dir/root-password"
database --action insert --skip-create --datafile "$dir/plugins/RT-Extension-Svarbar/etc/initialdata"

# --- queue, people, rights, tokens
RT5_QUEUE="$queue" RT5_STAGE="$rt_stage" RT5_AGENT_PASSWORD="$agent_password" \
  perl -I/usr/share/request-tracker5/lib -I/usr/local/share/request-tracker5/lib - \
  >"$dir/made" 2>"$dir/provision.log" <<'PERL' || { tail -20 "$dir/provision.log" >&2; fail "queue and accounts could not be made"; }
use strict; use warnings;
use RT; RT->LoadConfig; RT->Init;
use Encode ();
my %in  = map { $_ => Encode::decode( 'UTF-8', $ENV{"RT5_$_"} ) } qw(QUEUE STAGE AGENT_PASSWORD);
my $sys = RT->SystemUser;
sub must { my ( $what, $ok, $message ) = @_; $ok or die "$what: " . ( $message // 'failed' ) . "\n"; return $ok }

my $queue = RT::Queue->new($sys);
must( queue => $queue->Create( Name => $in{QUEUE}, Description => $in{QUEUE},
    CorrespondAddress => 'kundservice@rt.example', CommentAddress => 'kundservice-kommentar@rt.example' ) );

my %user = ( agent => 'Agneta Agent', svarbar => 'Svarbar' );
my %group;
for my $name ( 'Agents', 'Svarbar' ) {
    $group{$name} = RT::Group->new($sys);
    must( $name => $group{$name}->CreateUserDefinedGroup( Name => $name ) );
}
for my $name ( sort keys %user ) {
    my $user = RT::User->new($sys);
    must( $name => $user->Create( Name => $name, RealName => $user{$name}, EmailAddress => "$name\@rt.example",
        Privileged => 1, Timezone => $name eq "svarbar" ? "UTC" : undef,
        $name eq "agent" ? ( Password => $in{AGENT_PASSWORD} ) : () ) );
    must( $name => $group{ $name eq 'agent' ? 'Agents' : 'Svarbar' }->AddMember( $user->PrincipalId ) );
}
my $everyone = RT::Group->new($sys);
$everyone->LoadSystemInternalGroup('Everyone');
my @read = qw(SeeQueue ShowTicket ShowTicketComments CommentOnTicket);
my $queues = RT::Queues->new($sys);
$queues->UnLimit;
while ( my $each = $queues->Next ) {
    my %rights = (
        Agents   => [ @read, qw(ShowOutgoingEmail CreateTicket ReplyToTicket ModifyTicket OwnTicket TakeTicket SeeCustomField ModifyCustomField) ],
        Svarbar  => \@read,
        Everyone => [qw(SeeQueue CreateTicket ReplyToTicket)],    # so that customers can write by e-mail
    );
    for my $who ( keys %rights ) {
        my $principal = ( $group{$who} || $everyone )->PrincipalObj;
        must( "$who $_" => $principal->GrantRight( Right => $_, Object => $each ) ) for @{ $rights{$who} };
    }
}
must( "Agents $_" => $group{Agents}->PrincipalObj->GrantRight( Right => $_, Object => RT->System ) )
    for qw(ModifySelf ManageAuthTokens ShowUserHistory);

my %token;
for my $name ( sort keys %user ) {
    my $owner = RT::User->new($sys);
    $owner->Load($name);
    my ( $ok, $message, $token ) = RT::AuthToken->new($sys)->Create( Owner => $owner->Id, Description => 'tests' );
    must( token => $ok, $message );
    $token{$name} = $token;
}

my $scrips = RT::Scrips->new($sys);
$scrips->Limit( FIELD => 'Description', OPERATOR => 'STARTSWITH', VALUE => 'Svarbar: ' );
must( scrips => $scrips->Count == 7 );
if ( $in{STAGE} ne 'TransactionBatch' ) {
    while ( my $scrip = $scrips->Next ) {
        my $applied = RT::ObjectScrip->new($sys);
        $applied->LoadByCols( Scrip => $scrip->Id, ObjectId => 0 );
        must( stage => $applied->SetStage( $in{STAGE} ) );
    }
}
printf "RT_QUEUE_ID=%d\nRT_TOKEN=%s\nRT_AGENT_TOKEN=%s\n", $queue->Id, @token{qw(svarbar agent)};
PERL

{
  echo "RT_URL=http://127.0.0.1:$port"
  echo "RT_API=http://127.0.0.1:$port/REST/2.0"
  echo "RT_PORT=$port"
  printf 'RT_QUEUE=%q\n' "$queue"
  cat "$dir/made"
  echo "RT_ACCOUNT=svarbar"
  echo "RT_AGENT_USER=agent"
  echo "RT_AGENT_PASSWORD=$agent_password"
  echo "RT_ADMIN_USER=root"
  echo "RT_ADMIN_PASSWORD=$root_password"
  printf 'RT_WEBHOOK_URL=%q\n' "$url"
  printf 'RT_WEBHOOK_SECRET=%q\n' "$secret"
  echo "RT_STAGE=$stage"
  echo "RT_WORKERS=$workers"
  echo "RT_DIR=$dir"
  echo "RT_PID="
} >"$dir/env"
rm -f "$dir/made" "$dir/root-password"
. "$dir/env"
start
cat "$dir/env"
