"""The code of every voucher."""

from typing import Final

VOUCHER_CODE: Final = b"\x00"
