"""Who calls a module in a test."""

from chain.kit.host import CallInfo
from chain.types.primitives import ZERO_ADDRESS

NOBODY = CallInfo(ZERO_ADDRESS)  # the chain itself, or a test that only looks
