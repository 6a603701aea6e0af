"""What calls of modules mean: as much as can be read, and never a failure of our own."""

from hypothesis import given
from hypothesis import strategies as st

from chain.kit.module import method_named, methods_of
from chain.types.primitives import Gas, Wei
from chain.vm.frames import Frame
from modules import assemble
from modules.staking.module import Staking
from rpc.tracers.decoding import ModuleCalls
from tests.rpc.stage import ACCOUNTS, ASSEMBLY, STRANGER, Guild, hex_of

CALLS = ModuleCalls(assemble())
MODULES = assemble().modules
SELECTORS = st.sampled_from(
    [(module.address, selector) for module in MODULES for selector in methods_of(module)]
)


def frame(to: bytes, data: bytes, output: bytes = b"", error: str | None = None) -> Frame:
    """A call."""
    return Frame(
        "CALL", 0, ACCOUNTS[0], to, Wei(0), Gas(1), data, Gas(1), output, error, error is not None
    )


def test_arguments_have_their_names() -> None:
    """In the spelling of the module's own RPC methods."""
    method = method_named(Staking, "delegate")
    assert method is not None
    shown = CALLS.describe(frame(Staking.address, method.encode_call(ACCOUNTS[1])))
    (name,) = method.inputs
    assert shown == {
        "module": "staking",
        "method": "delegate",
        "arguments": {name: hex_of(ACCOUNTS[1])},
    }


def test_what_cannot_be_read_is_left_out() -> None:
    """An unknown selector leaves the module, broken arguments leave the method."""
    assert CALLS.describe(frame(Staking.address, b"\x01\x02\x03\x04")) == {"module": "staking"}
    method = method_named(Staking, "delegate")
    assert method is not None
    broken = method.encode_call(ACCOUNTS[1])[:20]
    shown = CALLS.describe(frame(Staking.address, broken))
    assert shown == {"module": "staking", "method": "delegate"}


def test_answers_are_shown_by_name() -> None:
    """What a view returned stands beside its arguments."""
    method = method_named(Guild, "is_open")
    assert method is not None
    shown = ModuleCalls(ASSEMBLY).describe(
        frame(Guild.address, method.encode_call(), b"\x00" * 31 + b"\x01")
    )
    assert shown is not None
    assert shown["result"] is True


def test_other_frames_are_no_modules() -> None:
    """An account, a creation that failed, and coins sent by a destruction."""
    assert CALLS.describe(frame(STRANGER, b"")) is None
    heir = frame(Staking.address, b"")
    heir.kind = "SELFDESTRUCT"
    assert CALLS.describe(heir) is None
    heir.kind, heir.to = "CREATE", None
    assert CALLS.describe(heir) is None


@given(SELECTORS, st.binary(max_size=200), st.binary(max_size=100), st.booleans())
def test_noise_never_breaks_the_reader(
    method: tuple[bytes, bytes], arguments: bytes, output: bytes, failed: bool
) -> None:
    """Whatever was sent to whichever method, and whatever came back."""
    address, selector = method
    error = "execution reverted" if failed else None
    shown = CALLS.describe(frame(address, selector + arguments, output, error))
    assert shown is not None
    assert "module" in shown
