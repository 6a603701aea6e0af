"""Requests are signed as the scheme's own documentation signs them."""

from datetime import UTC, datetime

from agents.store.signing import Credentials, signed_headers

# The examples of "Authenticating Requests (AWS Signature Version 4)".
EXAMPLE = Credentials(
    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1"
)
NOW = datetime(2013, 5, 24, tzinfo=UTC)
HOST = {"Host": "examplebucket.s3.amazonaws.com"}


def test_reading_is_signed_as_documented():
    """GET of a range of test.txt has the published signature."""
    headers = HOST | {"Range": "bytes=0-9"}
    signed = signed_headers(EXAMPLE, "GET", "/test.txt", headers, b"", NOW)
    assert signed["authorization"].endswith(
        "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )


def test_writing_is_signed_as_documented():
    """PUT of test$file.text has the published signature."""
    headers = HOST | {
        "Date": "Fri, 24 May 2013 00:00:00 GMT",
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
    }
    signed = signed_headers(
        EXAMPLE, "PUT", "/test$file.text", headers, b"Welcome to Amazon S3.", NOW
    )
    assert signed["authorization"].endswith(
        "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
    )


def test_a_secret_is_not_shown():
    """What is printed of an account is not its secret."""
    assert "wJalr" not in repr(EXAMPLE)
