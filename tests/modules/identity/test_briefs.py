"""The word that decides about a credential: what goes in comes out, and time alone moves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Height, Seconds
from modules.identity.briefs import WIDTHS, Brief, pack, unpack
from modules.identity.records import CredentialState

S = CredentialState
STATES = st.sampled_from(tuple(CredentialState))
NUMBERS = st.tuples(*(st.integers(0, (1 << width) - 1) for width in WIDTHS[1:]))


@given(STATES, NUMBERS)
def test_what_is_packed_is_unpacked(state: CredentialState, values: tuple[int, ...]) -> None:
    """Every field keeps its value, the largest ones too, in one word."""
    brief = Brief(state, *values)  # type: ignore[arg-type]
    word = pack(brief)
    assert 0 <= word < 2**256
    assert brief == unpack(word)


@pytest.mark.parametrize("index", range(1, len(WIDTHS)))
def test_a_field_that_does_not_fit_is_no_word(index: int) -> None:
    """It never runs over into its neighbour."""
    values = [0] * len(WIDTHS)
    values[index] = 1 << WIDTHS[index]
    with pytest.raises(OverflowError):
        pack(Brief(*values))  # type: ignore[arg-type]


def test_time_begins_and_ends_what_was_not_ended() -> None:
    """Not yet, now, over: by the block's time; what was revoked stays so."""
    seen = []
    for state in (S.ACTIVE, S.SUSPENDED, S.REVOKED, S.ERASED):
        brief = Brief(state, 1, Height(1), 0, Seconds(10), Seconds(20), 0)
        seen.append([brief.at(Seconds(now_s)) for now_s in (9, 10, 19, 20)])
    assert [S.ISSUED, S.ACTIVE, S.ACTIVE, S.EXPIRED] == seen[0]
    assert [S.SUSPENDED, S.SUSPENDED, S.SUSPENDED, S.EXPIRED] == seen[1]
    assert [[S.REVOKED] * 4, [S.ERASED] * 4] == seen[2:]
