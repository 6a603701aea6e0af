"""Programs that try to break out of their sandbox, and what each has to be ended for."""

from dataclasses import dataclass, field
from typing import Final

from agents.provider.sandbox.work import End


@dataclass(frozen=True)
class Hostile:
    """A program, what it must be ended for, and the limits that it meets."""

    end: End
    program: str
    limits: dict[str, float] = field(default_factory=dict)


MIB: Final = 1 << 20
SMALL: Final = {"memory_bytes": 100 * MIB, "disk_bytes": 20 * MIB}
FORKED: Final = "import os, time\nfor _ in range(4):\n    os.fork() or {act}\ntime.sleep(60)"

# {secret} is a file of the provider's, {home} its directory.
PROGRAMS: Final = {
    "fork bomb": Hostile(End.PROCESSES, "import os\nwhile True: os.fork()"),
    "threads without end": Hostile(
        End.PROCESSES,
        "import threading, time\n"
        "while True: threading.Thread(target=time.sleep, args=(60,)).start()",
    ),
    "10 GB written": Hostile(
        End.DISK,
        "with open('output', 'wb') as file:\n"
        "    for _ in range(10_000): file.write(bytes(1_000_000))",
        SMALL,
    ),
    "10 GB written to /tmp in pieces": Hostile(
        End.DISK,
        "for n in range(10_000): open(f'/tmp/{n}', 'wb').write(bytes(1_000_000))",
        SMALL,
    ),
    "names without end": Hostile(
        End.DISK, "n = 0\nwhile True:\n    open(f'/tmp/{n}', 'w').close(); n += 1", SMALL
    ),
    "memory bomb": Hostile(
        End.MEMORY, "held = []\nwhile True: held.append(bytearray(b'x' * 1_000_000))", SMALL
    ),
    "memory bomb in pieces": Hostile(
        End.MEMORY, FORKED.format(act="len(held := b'x' * 40_000_000) and time.sleep(60)"), SMALL
    ),
    "memory that is shared": Hostile(
        End.MEMORY,
        "import mmap\nheld = mmap.mmap(-1, 10**9)\nfor at in range(0, 10**9, 4096): held[at] = 1",
        SMALL,
    ),
    "a call to the network": Hostile(
        End.NETWORK, "import socket\nsocket.create_connection(('192.0.2.7', 80), 5)"
    ),
    "a call that hides its failure": Hostile(
        End.NETWORK,
        "import socket\n"
        "try: socket.create_connection(('192.0.2.7', 80), 5)\n"
        "except OSError: open('output', 'w').write('nothing happened')",
    ),
    "a call over IPv6": Hostile(
        End.NETWORK,
        "import socket\n"
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('2001:db8::7', 53))",
    ),
    "a look at a name": Hostile(
        End.NETWORK, "import socket\nsocket.getaddrinfo('example.org', 80)"
    ),
    "reading the provider's keys": Hostile(End.KEYS, "print(open({secret!r}).read())"),
    "listing the provider's home": Hostile(End.KEYS, "import os\nprint(os.listdir({home!r}))"),
    "keys read by a child": Hostile(
        End.KEYS,
        "import os, time\nos.fork() or open({secret!r}).read()\nopen('output', 'w').write('x')",
    ),
    "past its time": Hostile(End.WALL_TIME, "import time\ntime.sleep(60)", {"wall_s": 0.5}),
    "past its time, deaf": Hostile(
        End.WALL_TIME,
        "import signal, time\n"
        "for number in range(1, 65):\n"
        "    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "time.sleep(60)",
        {"wall_s": 0.5},
    ),
    "past its CPU time": Hostile(End.CPU_TIME, "while True: pass", {"cpu_s": 0.5}),
    "past its CPU time by children that end": Hostile(
        End.CPU_TIME,
        "import os\nwhile True:\n    os.fork() or (sum(range(10**6)), os._exit(0))\n    os.wait()",
        {"cpu_s": 0.5},
    ),
    "a link out of its directory": Hostile(
        End.SYMLINK, "import os\nos.symlink({secret!r}, 'output')"
    ),
    "a pipe as output": Hostile(End.OUTPUT_KIND, "import os\nos.mkfifo('output')"),
    "a directory as output": Hostile(End.OUTPUT_KIND, "import os\nos.mkdir('output')"),
    "too large an output": Hostile(
        End.OUTPUT_SIZE, "open('output', 'w').write('x' * 1_001)", {"output_bytes": 1_000}
    ),
    "no output": Hostile(End.NO_OUTPUT, "pass"),
    "an error": Hostile(End.FAILED, "raise SystemExit('out of luck')"),
    "a signal to everybody": Hostile(End.FAILED, "import os\nos.kill(-1, 9)\nos.kill(1, 9)"),
}
