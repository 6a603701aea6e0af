"""Bytecode is cut as the Yellow Paper says, to its last byte."""

from eth.vm.code_stream import CodeStream
from hypothesis import given
from hypothesis import strategies as st

from chain.vm.translation.code import JUMPDEST, STOP, Code, Instruction

codes = st.lists(st.sampled_from([0x5B, 0x60, 0x61, 0x7F, 0x00, 0x01, 0x5F]), max_size=80).map(
    bytes
)


@given(raw=codes)
def test_jumps_land_where_py_evm_lets_them(raw: bytes) -> None:
    """A JUMPDEST within the data of a PUSH is none."""
    code, stream = Code(raw), CodeStream(raw)
    for position in range(len(raw) + 3):
        is_landing = position < len(raw) and raw[position] == JUMPDEST
        assert code.is_landing(position) == (is_landing and stream.is_valid_opcode(position))


def test_a_push_takes_its_data_along() -> None:
    """What is pushed and where the next instruction begins; missing bytes are zeros."""
    code = Code(bytes.fromhex("61123401" + "62ff"))
    assert code.at(0) == Instruction(0, 0x61, 0x1234, 3)
    assert code.at(3) == Instruction(3, 0x01, 0, 4)
    assert code.at(4) == Instruction(4, 0x62, 0xFF0000, 8)


def test_behind_the_end_stands_stop() -> None:
    """However far behind."""
    assert Code(b"\x01").at(1).opcode == Code(b"").at(9).opcode == STOP
