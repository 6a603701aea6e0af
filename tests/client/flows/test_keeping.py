"""Keeping: what is due is found, and only that."""

from client.errors import RequestFailed
from client.modules.compute import NEXT_DEADLINE, UnknownNumber
from tests.client.test_connection import word


def test_orders_are_overdue_from_their_deadline_on(play):
    """One without a deadline never is, and one that is not there is passed over."""
    deadlines = {1: 0, 2: 5, 3: 6, 4: 7}

    async def story(client, node):
        def next_deadline(call, height):
            assert "0x6" == height
            order = int(call["data"][10:], 16)
            if order not in deadlines:
                refusal = UnknownNumber("order", order)
                raise RequestFailed(3, "execution reverted", "0x" + refusal.encode().hex())
            return word(deadlines[order])

        node.height = 6
        node.answers["eth_call"] = next_deadline
        assert [2, 3] == await client.overdue_orders([1, 2, 3, 4, 5])
        assert 4 == len(NEXT_DEADLINE.selector)

    play(story)
