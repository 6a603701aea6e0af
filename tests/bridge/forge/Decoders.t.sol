// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Packets, Transfer} from "../../../bridge/gateway/Packets.sol";
import {StateProof} from "../../../bridge/gateway/StateProof.sol";
import {ProofReader} from "../contracts/ProofReader.sol";

/// @notice Every decoder of the gateway against bytes that nobody meant it to see.
contract DecodersTest {
    ProofReader private immutable _reader = new ProofReader();

    /// What is read as an item is its one encoding: written again it is the same bytes.
    function testFuzz_ItemsHaveOneForm(bytes calldata data) external view {
        try _reader.item(data) returns (bool isList, bytes memory payload, uint256 next) {
            require(next <= data.length, "read past the end");
            bytes memory again = _encode(payload, isList);
            require(keccak256(again) == keccak256(data[:next]), "another form was read");
        } catch {}
    }

    function testFuzz_StringsAreReadAsWritten(bytes calldata text) external view {
        bytes memory encoded = _encode(text, false);
        (bool isList, bytes memory payload, uint256 next) = _reader.item(encoded);
        require(!isList && next == encoded.length && keccak256(payload) == keccak256(text), "changed");
    }

    function testFuzz_IntegersAreReadAsWritten(uint256 number) external view {
        require(_reader.integer(_encode(_bytesOf(number), false)) == number, "changed");
    }

    function testFuzz_IntegersHaveNoLeadingZeros(uint248 number) external view {
        bytes memory encoded = _encode(bytes.concat(bytes1(0), _bytesOf(number)), false);
        try _reader.integer(encoded) {
            revert("a leading zero was taken");
        } catch {}
    }

    /// Nobody writes a proof by chance.
    function testFuzz_NoiseProvesNothing(bytes32 root, bytes32 key, bytes[] calldata proof) external view {
        try _reader.valueOf(root, key, proof) {
            require(root == StateProof.EMPTY_TRIE_ROOT && proof.length == 0, "noise was a proof");
        } catch {}
    }

    /// Under a root of its own making noise proves nothing but what a node of that shape says.
    function testFuzz_ANodeOfNoiseIsNoNode(bytes32 key, bytes calldata noise) external view {
        bytes[] memory proof = new bytes[](1);
        proof[0] = noise;
        try _reader.valueOf(keccak256(noise), key, proof) returns (bytes memory value) {
            require(value.length == 0 || noise.length > value.length, "a value from nowhere");
            require(noise.length >= 3 && uint8(noise[0]) >= 0xc0, "no list was a node");
        } catch {}
    }

    /// Two leaves under a branch: each is read, no other key is, and no changed byte is overlooked.
    function testFuzz_ATrieIsReadAndNothingElse(
        bytes32 key,
        uint256 value,
        uint256 other,
        uint256 place,
        uint8 flip
    ) external view {
        value = value == 0 ? 1 : value;
        (bytes32 root, bytes[] memory proof) = _trie(key, value, other == 0 ? 1 : other);
        bytes memory found = _reader.valueOf(root, key, proof);
        require(keccak256(found) == keccak256(_encode(_bytesOf(value), false)), "not what was put in");
        bytes32 stranger = key ^ bytes32(uint256(1));
        require(_reader.valueOf(root, stranger, proof).length == 0, "a neighbour's value");
        if (flip == 0) return;
        bytes memory node = proof[place % 2];
        node[(place >> 1) % node.length] ^= bytes1(flip);
        try _reader.valueOf(root, key, proof) {
            revert("a changed node was taken");
        } catch {}
    }

    function testFuzz_TransfersAreReadAsWritten(Transfer calldata transfer) external view {
        bytes memory payload = abi.encode(transfer);
        (bool fits, Transfer memory found) = _reader.decode(payload);
        bool isShort = transfer.callData.length <= Packets.CALL_DATA_BYTES_MAX;
        require(fits == isShort, "refused what is right");
        require(!fits || keccak256(abi.encode(found)) == keccak256(payload), "changed");
    }

    /// Reading a payload never reverts, and what fits has this one form.
    function testFuzz_PayloadsHaveOneForm(Transfer calldata transfer, uint256 place, uint8 flip) external view {
        bytes memory payload = abi.encode(transfer);
        payload[place % payload.length] ^= bytes1(flip);
        (bool fits, Transfer memory found) = _reader.decode(payload);
        require(!fits || keccak256(abi.encode(found)) == keccak256(payload), "another form was read");
    }

    function testFuzz_NoiseIsNoPayload(bytes calldata noise) external view {
        (bool fits, Transfer memory found) = _reader.decode(noise);
        require(!fits || keccak256(abi.encode(found)) == keccak256(noise), "another form was read");
    }

    function testFuzz_NoiseIsNoHeader(bytes calldata noise) external view {
        try _reader.headerOf(noise) {
            revert("noise was a header");
        } catch {}
    }

    /// A branch with a leaf at the key's first nibble and one at another.
    function _trie(
        bytes32 key,
        uint256 value,
        uint256 other
    ) private pure returns (bytes32 root, bytes[] memory proof) {
        uint256 nibble = uint256(key) >> 252;
        proof = new bytes[](2);
        proof[1] = _leaf(key, value);
        bytes memory fields;
        for (uint256 i = 0; i < 16; i++) {
            if (i == nibble) fields = bytes.concat(fields, hex"a0", keccak256(proof[1]));
            else if (i == (nibble + 5) % 16) fields = bytes.concat(fields, hex"a0", keccak256(_leaf(~key, other)));
            else fields = bytes.concat(fields, hex"80");
        }
        proof[0] = _encode(bytes.concat(fields, hex"80"), true);
        root = keccak256(proof[0]);
    }

    /// A leaf that holds the last 63 nibbles of a key.
    function _leaf(bytes32 key, uint256 value) private pure returns (bytes memory) {
        bytes memory path = abi.encodePacked(key);
        path[0] = bytes1(uint8(0x30 | (uint8(path[0]) & 0x0f)));
        bytes memory content = _encode(_bytesOf(value), false);
        return _encode(bytes.concat(_encode(path, false), _encode(content, false)), true);
    }

    /// RLP, written a second time.
    function _encode(bytes memory payload, bool isList) private pure returns (bytes memory) {
        uint256 size = payload.length;
        if (!isList && size == 1 && uint8(payload[0]) < 0x80) return payload;
        uint256 base = isList ? 0xc0 : 0x80;
        if (size < 56) return bytes.concat(bytes1(uint8(base + size)), payload);
        bytes memory count = _bytesOf(size);
        return bytes.concat(bytes1(uint8(base + 55 + count.length)), count, payload);
    }

    function _bytesOf(uint256 number) private pure returns (bytes memory found) {
        while (number != 0) {
            found = bytes.concat(bytes1(uint8(number)), found);
            number >>= 8;
        }
    }
}
