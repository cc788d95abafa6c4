#!/usr/bin/env python3
"""How programs behave in a terminal, as rows of tables (docs/behaviour.md).

    bench/behaviour.py NAME=COMMAND...

Each COMMAND (of the shell) is run in pseudo-terminals; it has to use the full screen
and to end at the key q, or at :q and Enter where COMMAND begins with vim.  "Restored"
is: the line discipline as before, and the alternate screen, the mouse, pasting marks,
the keypad and a hidden cursor switched off again.
"""
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

QUIET = 0.25
SIGNALS = ['INT', 'HUP', 'TERM', 'QUIT', 'SEGV', 'ABRT', 'USR1', 'ALRM', 'KILL']


class Terminal:
    def __init__(self, argv, columns=80, rows=24, **environment):
        self.master, self.slave = os.openpty()
        self.size(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        env = {k: v for k, v in os.environ.items()
               if k not in ('LINES', 'COLUMNS', 'NO_COLOR', 'TMUX', 'GCREFS_SET')}
        env.update(TERM='xterm-256color', LC_ALL='C.UTF-8', LANGUAGE='en',
                   HOME='/nonexistent', XDG_STATE_HOME='/dev/null',
                   XDG_CONFIG_HOME='/dev/null', GCREFS_SET='hints=off')
        env.update(environment)
        self.process = subprocess.Popen(
            argv, stdin=self.slave, stdout=self.slave, stderr=self.slave, env=env,
            preexec_fn=self.lead, close_fds=True)
        self.all = b''
        self.last = 0.0

    def lead(self):
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def size(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ,
                    struct.pack('HHHH', rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.size(columns, rows)
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGWINCH)
        self.read()

    def read(self, patience=2.0):
        """What comes until nothing has come for a while."""
        got = b''
        self.last = time.monotonic()
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not select.select([self.master], [], [], QUIET)[0]:
                break
            got += os.read(self.master, 65536)
            self.last = time.monotonic()
        self.all += got
        return got

    def type(self, keys):
        os.write(self.master, keys)
        return self.read()

    def restored(self, in_shell=False):
        """A shell's own line editing marks pastes and changes the line discipline."""
        modes = {}
        for numbers, set_ in re.findall(rb'\x1b\[\?([\d;]+)([hl])', self.all):
            for number in numbers.split(b';'):
                modes[number] = set_ == b'h'
        wrong = [m for m in (b'1049', b'47', b'1000', b'1002', b'1003', b'1006', b'2004')
                 if modes.get(m)]
        if not modes.get(b'25', True):
            wrong.append(b'25')
        keypad = re.findall(rb'\x1b[=>]', self.all)
        if keypad and keypad[-1] == b'\x1b=':
            wrong.append(b'keypad')
        if termios.tcgetattr(self.slave) != self.before:
            wrong.append(b'termios')
        if in_shell:
            wrong = [m for m in wrong if m not in (b'2004', b'termios')]
        return not wrong

    def ended(self):
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            return False
        self.read()
        return True

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


def shell(command):
    return ['sh', '-c', 'exec ' + command]


def started(command, **how):
    t = Terminal(shell(command), **how)
    t.read()
    return t


def quit_key(command):
    return b':q\r' if command.startswith('vim') else b'q'


def ends_well(t, command):
    t.type(quit_key(command))
    return t.ended() and t.restored()


def after_signal(command, name):
    t = started(command)
    os.kill(t.process.pid, getattr(signal, 'SIG' + name))
    t.read()
    says = 'ignored' if not t.ended() else 'yes' if t.restored() else '**no**'
    t.close()
    return says


def after_stop(command):
    t = Terminal(['bash', '--norc', '-i'])
    t.read()
    t.type(command.encode() + b'\r')
    t.type(b'\x1a')
    restored = t.restored(in_shell=True)
    back = t.type(b'fg\r')
    t.close()
    return ('yes' if restored else '**no**') + (', yes' if b'\x1b[' in back else ', **no**')


def sizes(command):
    t = started(command)
    for columns, rows in ((40, 10), (20, 5), (5, 2), (1, 1), (200, 60), (80, 24)):
        t.resize(columns, rows)
    says = 'lives' if t.process.poll() is None else '**ends**'
    says += ', ends well' if ends_well(t, command) else ', **not restored**'
    t.close()
    return says


def terminal_kind(command, **environment):
    t = started(command, **environment)
    wrote = t.all
    alive = t.process.poll() is None
    t.type(quit_key(command))
    t.ended()
    restored = t.restored()
    t.close()
    return alive, wrote, restored


def in_c(command):
    alive, wrote, restored = terminal_kind(command, LC_ALL='C', TERM='vt100')
    ascii_ = all(byte < 0x80 for byte in wrote)
    return ('runs' if alive else 'ends') + (', ASCII' if ascii_ else ', **not ASCII**') + \
        ('' if restored else ', **not restored**')


def unknown(command):
    alive, wrote, restored = terminal_kind(command, TERM='nosuchterm')
    return ('runs' if alive else 'ends, %d bytes' % len(wrote)) + \
        ('' if restored else ', **not restored**')


def dumb(command):
    alive, wrote, restored = terminal_kind(command, TERM='dumb')
    return ('text' if b'\x1b' not in wrote else '**escapes**') + \
        ('' if restored else ', **not restored**')


def colours(command):
    counts = []
    for environment in ({}, {'NO_COLOR': '1'}):
        wrote = terminal_kind(command, **environment)[1]
        counts.append(len(re.findall(rb'\x1b\[[\d;]*(?:3[0-8]|4[0-8])(?:;[\d;]*)?m', wrote)))
    return '%d, %d' % tuple(counts)


def piped(command):
    with tempfile.TemporaryFile() as out:
        subprocess.run(shell(command), stdin=subprocess.DEVNULL, stdout=out,
                       stderr=subprocess.DEVNULL, timeout=20, start_new_session=True)
        out.seek(0)
        text = out.read()
    return '%d lines%s' % (text.count(b'\n'), ', **escapes**' if b'\x1b' in text else '')


def first_frame(command, columns, rows):
    t = started(command, columns=columns, rows=rows)
    n = len(t.all)
    t.close()
    return format(n, ',')


def a_key(command):
    t = started(command)
    sent = []
    took = []
    for _ in range(9):
        begin = time.monotonic()
        sent.append(len(t.type(b'\x1b[B' if b'\x1b[?1h' not in t.all else b'\x1bOB')))
        took.append((t.last - begin) * 1e3)
    t.close()
    return '%d bytes, %.1f ms' % (sorted(sent)[4], sorted(took)[4])


def idle(command):
    t = started(command)
    with open('/proc/%d/status' % t.process.pid) as f:
        before = re.search(r'\nvoluntary_ctxt_switches:\s*(\d+)', f.read()).group(1)
    time.sleep(2)
    with open('/proc/%d/status' % t.process.pid) as f:
        after = re.search(r'\nvoluntary_ctxt_switches:\s*(\d+)', f.read()).group(1)
    t.close()
    return str(int(after) - int(before))


TABLES = [
    ('Signals: is the terminal restored?',
     [(name, lambda c, name=name: after_signal(c, name)) for name in SIGNALS] +
     [('Ctrl-Z, fg', after_stop)]),
    ('Sizes, terminals, pipes',
     [('80x24, 40x10, 20x5, 5x2, 1x1, 200x60, 80x24', sizes),
      ('LC_ALL=C TERM=vt100', in_c), ('unknown TERM', unknown), ('TERM=dumb', dumb),
      ('colours, with NO_COLOR', colours), ('into a pipe', piped)]),
    ('Cost',
     [('first frame 80x24', lambda c: first_frame(c, 80, 24) + ' bytes'),
      ('300x80', lambda c: first_frame(c, 300, 80) + ' bytes'),
      ('the key Down, to the last byte', a_key), ('wake-ups in 2 idle seconds', idle)]),
]


def main():
    programs = [word.split('=', 1) for word in sys.argv[1:]]
    if not programs or any(len(p) != 2 for p in programs):
        sys.exit(__doc__)
    for title, columns in TABLES:
        print('\n## %s\n' % title)
        print('| program | %s |' % ' | '.join(name for name, _ in columns))
        print('|---' * (len(columns) + 1) + '|')
        for name, command in programs:
            print('| %s | %s |' % (name, ' | '.join(f(command) for _, f in columns)))
            sys.stdout.flush()


main()
