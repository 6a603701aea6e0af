"""
A signed voucher as it travels in a header, and back.

    Kumiai-Voucher: base64 of 480 bytes, as `redeem_batch` takes them
"""

import base64
import binascii
from typing import Final

from agents.gateway.faults import ApiFault, request_wrong
from client import ClientError
from client.flows.channels import packed
from client.kit.kinds import decode_values, fields_of
from client.modules.model_fees import Voucher

VOUCHER_HEADER: Final = "Kumiai-Voucher"
RECEIPT_HEADER: Final = "Kumiai-Receipt"
VOUCHER_BYTES: Final = 480
SIGNED_BYTES: Final = 416
HEADER_CHARACTERS_MAX: Final = 640


def header_of(voucher: Voucher, signature: bytes) -> str:
    """Return the header's text."""
    return base64.b64encode(packed([(voucher, signature)])).decode()


def read_header(text: str) -> tuple[Voucher, bytes]:
    """Return a voucher and its signature of 65 bytes; raises ApiFault."""
    try:
        raw = base64.b64decode(text[: HEADER_CHARACTERS_MAX + 1], validate=True)
        return unpacked(raw)
    except (binascii.Error, ValueError, ClientError) as cause:
        raise _wrong(str(cause)) from cause


def unpacked(raw: bytes) -> tuple[Voucher, bytes]:
    """Return a voucher and its signature out of 480 bytes; raises ValueError, ClientError."""
    if len(raw) != VOUCHER_BYTES:
        raise ValueError(f"{VOUCHER_BYTES} bytes expected, found {len(raw)}")
    kinds = fields_of(Voucher)
    values = decode_values(list(kinds.values()), raw[:SIGNED_BYTES])
    r, s = raw[SIGNED_BYTES : SIGNED_BYTES + 32], bytearray(raw[SIGNED_BYTES + 32 :])
    parity, s[0] = s[0] >> 7, s[0] & 0x7F
    return Voucher(**dict(zip(kinds, values, strict=True))), r + bytes(s) + bytes((27 + parity,))


def _wrong(reason: str) -> ApiFault:
    return request_wrong(f"{VOUCHER_HEADER}: base64 of a voucher expected: {reason}")
