"""
The code of every voucher, as the compiler makes it of `voucher/Voucher.sol`.

    voucher/Voucher.json --runtime--> place_code
"""

import json
from pathlib import Path
from typing import Final

_ARTEFACT: Final = Path(__file__).with_name("voucher").joinpath("Voucher.json")

VOUCHER_CODE: Final = bytes.fromhex(json.loads(_ARTEFACT.read_text())["runtime"].removeprefix("0x"))
