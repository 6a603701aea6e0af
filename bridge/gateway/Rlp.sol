// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Strict, bounded reading of RLP (Yellow Paper, appendix B) out of call data.
/// @notice Every value has one encoding: whatever else stands there is refused.
library Rlp {
    /// @notice The bytes are no RLP, or not the shortest one of what they say.
    /// @param cursor Offset of the item that is refused.
    error RlpRefused(uint256 cursor);
    /// @notice An item is of another kind or size than its place asks for.
    error RlpUnexpected();

    /// @notice Read the item that starts at `cursor`.
    /// @return isList Whether it is a list.
    /// @return payload What stands behind its prefix; a single byte stands for itself.
    /// @return next Offset right behind the item.
    function item(
        bytes calldata data,
        uint256 cursor
    ) internal pure returns (bool isList, bytes calldata payload, uint256 next) {
        if (cursor >= data.length) revert RlpRefused(cursor);
        uint256 prefix = uint8(data[cursor]);
        if (prefix < 0x80) return (false, data[cursor:cursor + 1], cursor + 1);
        isList = prefix >= 0xc0;
        uint256 size = prefix - (isList ? 0xc0 : 0x80);
        uint256 start = cursor + 1;
        if (size > 55) (size, start) = _longSize(data, cursor, size - 55);
        if (size > data.length - start) revert RlpRefused(cursor);
        next = start + size;
        payload = data[start:next];
        if (!isList && size == 1 && uint8(payload[0]) < 0x80) revert RlpRefused(cursor);
    }

    /// @notice Read data that is one whole list; returns its content.
    function list(bytes calldata data) internal pure returns (bytes calldata content) {
        bool isList;
        uint256 next;
        (isList, content, next) = item(data, 0);
        if (!isList || next != data.length) revert RlpUnexpected();
    }

    /// @notice Read a string of exactly 32 bytes.
    function word(bytes calldata data, uint256 cursor) internal pure returns (bytes32 value, uint256 next) {
        bytes calldata payload;
        (payload, next) = text(data, cursor);
        if (payload.length != 32) revert RlpUnexpected();
        value = bytes32(payload);
    }

    /// @notice Read a string of any size.
    function text(bytes calldata data, uint256 cursor) internal pure returns (bytes calldata payload, uint256 next) {
        bool isList;
        (isList, payload, next) = item(data, cursor);
        if (isList) revert RlpUnexpected();
    }

    /// @notice Read an integer of at most `size` bytes, without leading zeros.
    function integer(
        bytes calldata data,
        uint256 cursor,
        uint256 size
    ) internal pure returns (uint256 value, uint256 next) {
        bytes calldata payload;
        (payload, next) = text(data, cursor);
        value = toInteger(payload, size);
    }

    /// @notice The integer that a string of at most `size` bytes (up to 32) stands for.
    function toInteger(bytes calldata payload, uint256 size) internal pure returns (uint256) {
        if (payload.length > size) revert RlpUnexpected();
        if (payload.length == 0) return 0;
        if (payload[0] == 0) revert RlpUnexpected();
        return uint256(bytes32(payload)) >> (8 * (32 - payload.length));
    }

    /// @dev The size of an item of more than 55 bytes stands in `count` bytes behind its prefix.
    function _longSize(
        bytes calldata data,
        uint256 cursor,
        uint256 count
    ) private pure returns (uint256 size, uint256 start) {
        start = cursor + 1 + count;
        // Three bytes are 16 MB: more never fits a transaction.
        if (count > 3 || start > data.length || data[cursor + 1] == 0) revert RlpRefused(cursor);
        size = uint256(bytes32(data[cursor + 1:start])) >> (8 * (32 - count));
        if (size < 56) revert RlpRefused(cursor);
    }
}
