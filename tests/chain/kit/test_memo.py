"""What a pure function said is remembered."""

from chain.kit.memo import memo


def test_an_answer_is_computed_once():
    """The same question is answered from memory, another one is computed."""
    asked = []

    @memo
    def double(number: int) -> int:
        """Return twice the number."""
        asked.append(number)
        return number * 2

    assert [4, 4, 6] == [double(2), double(2), double(3)]
    assert [2, 3] == asked
