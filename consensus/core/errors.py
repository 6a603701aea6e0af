"""What consensus refuses from peers; the sender is wrong, the node goes on."""

from chain.errors import Invalid


class MessageRefused(Invalid):
    """A message that breaks a rule of the height it is for."""

    def __init__(self, height: int, round_: int, expected: str, found: str) -> None:
        self.height, self.round, self.expected, self.found = height, round_, expected, found
        super().__init__(f"height {height} round {round_}: expected {expected}, found {found}")


class WrongHeight(MessageRefused):
    """A message for a height that is not being decided."""


class UnknownValidator(MessageRefused):
    """A vote by an address that is not in the validator set (CometBFT ASA-2024-011)."""


class WrongProposer(MessageRefused):
    """A proposal by someone whose turn it is not."""


class RoundTooFar(MessageRefused):
    """A message for a round that is too far ahead to keep."""


class ImpossibleRound(MessageRefused):
    """A round or valid round that no correct validator would send."""


class TooManyMessages(MessageRefused):
    """One validator sent more different messages for one step than are kept."""


class CertificateWithoutQuorum(MessageRefused):
    """A certificate by strangers, or with no more than two thirds of the power."""
