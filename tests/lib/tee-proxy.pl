#!/usr/bin/perl
# Stands between a program and the server on a Unix socket and keeps every byte that the server sends.
#
#     tee-proxy.pl SOCKET-OF-THE-SERVER FOLDER FILE
#
# listens on FOLDER/.s.PGSQL.5432 (PGHOST=FOLDER) and appends to FILE. Ends with its parent's signal.
use strict;
use warnings;
use IO::Select;
use IO::Socket::UNIX;

my ($server, $folder, $file) = @ARGV;
my $path = "$folder/.s.PGSQL.5432";
unlink $path;
my $listen = IO::Socket::UNIX->new(Type => SOCK_STREAM, Local => $path, Listen => 20) or die "$path: $!\n";
open my $kept, '>>:raw', $file or die "$file: $!\n";
$kept->autoflush(1);
$SIG{PIPE} = 'IGNORE';

my $readable = IO::Select->new($listen);
my (%other, %from_server);

sub hang_up {
	for my $side (@_) {
		$readable->remove($side);
		delete $other{$side};
		delete $from_server{$side};
		close $side;
	}
}

sub connect_both {
	my $client = $listen->accept or return;
	my $upstream = IO::Socket::UNIX->new(Type => SOCK_STREAM, Peer => $server);
	if (!$upstream) {
		close $client;
		return;
	}
	$other{$client} = $upstream;
	$other{$upstream} = $client;
	$from_server{$upstream} = 1;
	$readable->add($client, $upstream);
}

sub pass_on {
	my ($side) = @_;
	my $to = $other{$side} or return;
	my $n = sysread $side, my $bytes, 65536;
	if (!$n) {
		hang_up($side, $to);
		return;
	}
	print {$kept} $bytes if $from_server{$side};
	while (length $bytes) {
		my $written = syswrite $to, $bytes;
		if (!defined $written) {
			hang_up($side, $to);
			return;
		}
		substr $bytes, 0, $written, '';
	}
}

while (1) {
	for my $side ($readable->can_read) {
		if ($side == $listen) {
			connect_both();
		} else {
			pass_on($side);
		}
	}
}
