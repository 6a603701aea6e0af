"""What a module said comes as the exception that its declaration names."""

from client import Refusal
from client.errors import RequestFailed
from client.kit.kinds import ByteString, Choice, FixedBytes, Flag, Many, Text, fields_of
from client.kit.records import RefusedUnknown
from client.modules import directory, verification
from client.modules.compute import BidTooHigh, Compute
from client.modules.shared import InsufficientCoins
from client.refusals import ERROR_SELECTOR, explained, refusal_of


def test_a_refusal_has_its_type_its_fields_and_its_words():
    """The called module's own, and one of any other module that it called."""
    data = InsufficientCoins(7, 5).encode()
    failure = RequestFailed(3, "execution reverted", "0x" + data.hex())
    found = explained(failure, Compute.REFUSALS)
    assert isinstance(found, InsufficientCoins)
    assert (7, 5) == (found.needed_wei, found.found_wei)
    assert "needed_wei 7, found_wei 5" in str(found)
    other = verification.UnknownClaim
    assert other is type(refusal_of(_zeros(other))), "found without being told whose it is"


def test_every_refusal_of_every_module_reads_what_it_writes():
    """No two refusals that a module may answer with are taken for one another."""
    for name in directory.NAMES:
        for item in directory.module_class(name).REFUSALS:
            found = refusal_of(_zeros(item), directory.module_class(name).REFUSALS)
            assert item is type(found)


def test_other_words_are_kept_as_they_are():
    """A contract's own text, bytes that nobody knows, and failures that are no refusal."""
    text = bytes(31) + b"\x20" + bytes(31) + b"\x02" + b"no".ljust(32, b"\0")
    assert "no" == refusal_of(ERROR_SELECTOR + text).reason
    assert isinstance(refusal_of(b"\x01\x02\x03\x04"), RefusedUnknown)
    assert isinstance(refusal_of(BidTooHigh.selector()), RefusedUnknown), "cut short"
    failure = RequestFailed(-32000, "nonce too low")
    assert failure is explained(failure)
    assert failure is not explained(RequestFailed(3, "execution reverted", "0x"))


def _zeros(item: type[Refusal]) -> bytes:
    """Data of a refusal whose fields are all zero, or empty."""
    values = []
    for kind in fields_of(item).values():
        if isinstance(kind, Choice):
            values.append(next(iter(kind.python)))
        elif isinstance(kind, Flag):
            values.append(False)
        elif isinstance(kind, FixedBytes):
            values.append(bytes(int(kind.abi.removeprefix("bytes"))))
        elif isinstance(kind, Text):
            values.append("")
        elif isinstance(kind, ByteString):
            values.append(b"")
        elif isinstance(kind, Many):
            values.append(())
        elif kind.abi == "address":
            values.append("0x" + "00" * 20)
        else:
            values.append(0)
    return item(*values).encode()
