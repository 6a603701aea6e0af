"""The one ledger of the coin supply."""
