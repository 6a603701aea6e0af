"""Vouchers that others leave for a keeper."""

import asyncio
import base64
from pathlib import Path

from agents.gateway.journal import Journal
from agents.gateway.lanes import statement
from agents.gateway.tills import voucher_row
from agents.gateway.voucher_header import read_header
from agents.keeper.vouchers import read_vouchers
from tests.agents.gateway.sessions import payer_of, till_of


def test_the_newest_of_each_lane_counts_wherever_it_lies(tmp_path: Path) -> None:
    """Lines that are none are left out; a gateway's journal is read beside its writer."""
    till = till_of()
    payer, other = payer_of(till), payer_of(till, 3)
    old, new, third = payer.header(), payer.header(), other.header()
    spool, home = tmp_path / "spool", tmp_path / "home"
    spool.mkdir()
    noise = f"!\n{base64.b64encode(b'short').decode()}\n"
    (spool / "a.voucher").write_text(f"{new}\n{old}\n{noise}")
    journal = Journal(home)
    lane, _ = till.take(*read_header(third), b"")
    asyncio.run(journal.write(voucher_row(lane)))
    found = read_vouchers([spool, home, tmp_path / "nowhere"])
    journal.close()
    assert {(7, 1, 0): read_header(new), (7, 1, 3): read_header(third)} == found
    assert statement(lane)["nonce"] == found[7, 1, 3][0].nonce
