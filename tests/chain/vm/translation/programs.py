"""
Random contracts, from a seed: sequences, branches, loops and calls, sound and unsound.

    Random --contract--> bytecode        the same seed gives the same code, everywhere
"""

from random import Random
from typing import Final

EDGES: Final = (0, 1, 2, 31, 32, 33, 64, 255, 256, 2**31, 2**64, 2**255 - 1, 2**255, 2**256 - 1)
BINARY: Final = (
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    0x0A,
    0x0B,
    *range(0x10, 0x15),
    *range(0x16, 0x19),
    *range(0x1A, 0x1E),
)
TERNARY: Final = (0x08, 0x09)
UNARY: Final = (0x15, 0x19, 0x35, 0x51, 0x54, 0x5C, 0x31, 0x3B, 0x3F, 0x40)
READINGS: Final = (
    0x30,
    0x32,
    0x33,
    0x34,
    0x36,
    0x38,
    0x3A,
    0x3D,
    0x41,
    0x42,
    0x43,
    0x44,
    0x45,
    0x46,
    0x47,
    0x48,
    0x49,
    0x58,
    0x59,
    0x5A,
)
# Code that makes a contract, up to 32 bytes: it leaves nothing, leaves code, fails, is destroyed.
MAKERS: Final = tuple(
    bytes.fromhex(text)
    for text in (
        "00",
        "5f5ffd",
        "fe",
        "60075ffd",
        "33ff",
        "30ff",
        "60ff5f5360015ff3",  # leaves code 0xff
        "60ef5f5360015ff3",  # leaves code 0xef, which EIP-3541 refuses
        "6960015f5500600c60065f5260206000f3",  # writes, and leaves 32 bytes
        "63335f5560e01b5f5260045ff3",  # leaves code that writes its caller
        "620100005ff3",  # leaves more code than it may (EIP-170)
        "345f5560015f5560025f55",
    )
)
GASES: Final = (0, 100, 700, 2_300, 2_301, 2_600, 5_000, 9_000, 60_000, 2**70)
TAKING: Final = {0x50: 1, 0x52: 2, 0x53: 2, 0x55: 2, 0x5D: 2, 0x37: 3, 0x39: 3, 0x3E: 3, 0x5E: 3}


def push(value: int) -> bytes:
    """PUSH of the shortest form."""
    body = value.to_bytes((value.bit_length() + 7) // 8, "big")
    return bytes((0x5F + len(body),)) + body


class Contract:
    """Writes one random contract."""

    def __init__(self, random: Random, targets: tuple[bytes, ...]) -> None:
        self.random, self.targets = random, targets
        self.code = bytearray()

    def write(self, parts: int) -> bytes:
        """Return a contract of so many parts."""
        for _ in range(parts):
            self._part(2)
        self.code += self.random.choice((b"", b"\x00", b"\x60\x20\x5f\xf3", b"\x60\x07\x5f\xfd"))
        return bytes(self.code)

    def _part(self, depth: int) -> None:
        draw = self.random.random()
        if depth and draw < 0.10:
            self._branch(depth - 1)
        elif depth and draw < 0.16:
            self._loop(depth - 1)
        elif draw < 0.22:
            self._call()
        elif draw < 0.25:
            self.code += (
                self._number()
                + self._place()
                + self._place()
                + bytes((self.random.choice((0xA0, 0xA1, 0xA2)),))
            )
        elif draw < 0.27:
            self._odd()
        elif draw < 0.30:
            self._create()
        elif draw < 0.33:
            self._account()
        else:
            self._plain()

    def _plain(self) -> None:
        random = self.random
        kind = random.randrange(8)
        if kind == 0:
            self.code += self._number() + self._number() + bytes((random.choice(BINARY),))
        elif kind == 1:
            self.code += self._number() * random.randrange(2) + bytes((random.choice(BINARY),))
        elif kind == 2:
            self.code += bytes((random.choice(READINGS),))
        elif kind == 3:
            self.code += self._small() + bytes((random.choice(UNARY),))
        elif kind == 4:
            opcode = random.choice(list(TAKING))
            for _ in range(TAKING[opcode] - random.randrange(2)):
                self.code += self._small()
            self.code += bytes((opcode,))
        elif kind == 5:
            self.code += bytes((random.choice((0x80, 0x80, 0x90)) + random.randrange(3),))
        elif kind == 6:
            self.code += self._place() + self._place() + b"\x20"
        else:
            self.code += self._number() + self._number() + self._number()
            self.code += bytes((random.choice(TERNARY),))

    def _branch(self, depth: int) -> None:
        """Skip a part if what was computed is not zero."""
        self._plain()
        self.code += self._number() * self.random.randrange(2)
        self._skip(depth)

    def _skip(self, depth: int) -> None:
        self.code += b"\x61\0\0\x57"
        hole = len(self.code) - 3
        for _ in range(self.random.randrange(4)):
            self._part(depth)
        self._land(hole)

    def _land(self, hole: int) -> None:
        self.code[hole : hole + 2] = len(self.code).to_bytes(2, "big")
        self.code += b"\x5b"

    def _loop(self, depth: int) -> None:
        """Count down from a small number; what the body leaves on the stack piles up."""
        self.code += push(self.random.randrange(1, 12))
        start = len(self.code)
        self.code += b"\x5b"
        if self.random.random() < 0.5:
            self.code += b"\x60\x07\x54\x50"
        self.code += b"\x60\x01\x90\x03" + self._small() + b"\x51\x50"
        self.code += b"\x80\x61" + start.to_bytes(2, "big") + b"\x57"

    def _call(self) -> None:
        """Call somebody, with gas at an edge or all of it; look at the answer, or do not."""
        random = self.random
        target = int.from_bytes(random.choice(self.targets), "big")
        self._call_to(push(target))
        if random.random() < 0.3:
            self.code += b"\x3d\x5f\x5f\x3e"  # RETURNDATACOPY of the whole answer
        elif random.random() < 0.3:
            self.code += b"\x60\x01\x55"  # whether it went well, kept

    def _call_to(self, target: bytes) -> None:
        random = self.random
        kind = random.choice((0xF1, 0xF1, 0xF2, 0xF4, 0xFA))
        self.code += self._place() + self._place() + self._place() + self._place()
        if kind in (0xF1, 0xF2):
            self.code += push(random.choice((0, 0, 1, 2, 10**30)))
        gas = b"\x5a" if random.random() < 0.3 else push(random.choice(GASES))
        self.code += target + gas + bytes((kind,))

    def _create(self) -> None:
        """Make a contract, and call it where the draw says so."""
        random = self.random
        maker = random.choice(MAKERS)
        self.code += push(int.from_bytes(maker.ljust(32, b"\0"), "big")) + b"\x5f\x52"
        size = push(random.choice((len(maker), len(maker), 0, 33)))
        value = push(random.choice((0, 0, 1, 10**30)))
        if random.random() < 0.5:
            self.code += size + b"\x5f" + value + b"\xf0"
        else:
            self.code += push(random.randrange(2)) + size + b"\x5f" + value + b"\xf5"
        if random.random() < 0.5:
            self.code += b"\x60\x40\x52"  # its address, kept in memory
            self._call_to(b"\x60\x40\x51")

    def _account(self) -> None:
        """Ask about an account, or copy its code."""
        random = self.random
        target = push(int.from_bytes(random.choice(self.targets), "big"))
        if random.random() < 0.3:
            self.code += self._small() + self._place() + self._place() + target + b"\x3c"
        else:
            self.code += target + bytes((random.choice((0x31, 0x3B, 0x3F)),))

    def _odd(self) -> None:
        """Something that mostly fails: a jump anywhere, an unknown instruction, a sudden end."""
        random = self.random
        self.code += random.choice(
            (
                push(random.randrange(200)) + b"\x56",
                b"\x80\x56",
                push(random.randrange(2)) + push(random.randrange(200)) + b"\x57",
                bytes((random.randrange(256),)),
                b"\x5f\x5f\x5f\xf0",
                b"\x33\xff",
                b"\x00",
                b"\x5f\x5f\xfd",
            )
        )

    def _number(self) -> bytes:
        random = self.random
        return push(
            random.choice(EDGES)
            if random.random() < 0.6
            else random.getrandbits(random.randrange(1, 257))
        )

    def _small(self) -> bytes:
        random = self.random
        return push(random.randrange(5) if random.random() < 0.7 else random.choice(EDGES))

    def _place(self) -> bytes:
        random = self.random
        return push(random.randrange(100) if random.random() < 0.97 else random.choice(EDGES))


def contract(random: Random, targets: tuple[bytes, ...]) -> bytes:
    """Return a random contract that may call the targets."""
    return Contract(random, targets).write(random.randrange(1, 30))
