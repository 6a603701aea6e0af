// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Certificates, Commit, Signature, Validator} from "../../../bridge/gateway/Certificates.sol";
import {ProofReader} from "../contracts/ProofReader.sol";
import {Cheating} from "./Cheats.sol";

/// @notice Certificates of any powers and signers: taken exactly when more than two thirds signed.
contract CertificatesTest is Cheating {
    uint256 private constant CHAIN_ID = 31_337;
    uint256 private constant COUNT = 7;
    ProofReader private immutable _reader = new ProofReader();
    uint256[COUNT] private _keys; // in rising order of their addresses

    function setUp() public {
        for (uint256 i = 0; i < COUNT; i++) {
            uint256 key = uint256(keccak256(abi.encode(i)));
            uint256 place = i;
            while (place > 0 && vm.addr(_keys[place - 1]) > vm.addr(key)) {
                _keys[place] = _keys[place - 1];
                place--;
            }
            _keys[place] = key;
        }
    }

    function testFuzz_TwoThirdsDecide(uint32[COUNT] calldata powers, uint8 mask) external view {
        Validator[] memory validators = _validators(powers);
        (uint256 power, uint256 total) = (0, 0);
        for (uint256 i = 0; i < COUNT; i++) {
            total += validators[i].power;
            if (mask & (1 << i) != 0) power += validators[i].power;
        }
        (Commit memory commit, bytes32 trusted) = _commit(validators, mask);
        try _reader.verify(commit, CHAIN_ID, trusted) {
            require(3 * power > 2 * total, "too few were believed");
        } catch {
            require(3 * power <= 2 * total, "enough were not believed");
        }
    }

    /// One bit of a signature, or another chain, and nobody has signed.
    function testFuzz_AChangedSignatureIsNone(uint8 number, uint8 field, uint256 flip) external view {
        uint32[COUNT] memory powers;
        (Commit memory commit, bytes32 trusted) = _commit(_validators(powers), 0x1f);
        _reader.verify(commit, CHAIN_ID, trusted);
        Signature memory signature = commit.signatures[number % 5];
        if (flip == 0) flip = 1;
        if (field % 5 == 0) signature.r ^= bytes32(flip);
        else if (field % 5 == 1) signature.s ^= bytes32(flip);
        else if (field % 5 == 2) signature.v ^= uint8(flip | 1);
        else if (field % 5 == 3) signature.place ^= uint16(flip | 1);
        else commit.round ^= uint64(flip | 1);
        try _reader.verify(commit, CHAIN_ID, trusted) {
            revert("a changed signature counted");
        } catch {}
    }

    function _validators(uint32[COUNT] memory powers) private view returns (Validator[] memory validators) {
        validators = new Validator[](COUNT);
        for (uint256 i = 0; i < COUNT; i++) {
            validators[i] = Validator(vm.addr(_keys[i]), uint64(powers[i]) + 1);
        }
    }

    function _commit(
        Validator[] memory validators,
        uint8 mask
    ) private view returns (Commit memory commit, bytes32 trusted) {
        (trusted, ) = _reader.hashOf(validators);
        commit.validators = validators;
        commit.timeMs = 1_700_000_000_123;
        commit.parent = _header(bytes32(uint256(1)), trusted, 9);
        commit.header = _header(keccak256(commit.parent), trusted, 10);
        uint256 count;
        for (uint256 i = 0; i < COUNT; i++) if (mask & (1 << i) != 0) count++;
        commit.signatures = new Signature[](count);
        bytes32 digest = _digest(keccak256(commit.header), commit.timeMs);
        count = 0;
        for (uint256 i = 0; i < COUNT; i++) {
            if (mask & (1 << i) == 0) continue;
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keys[i], digest);
            commit.signatures[count++] = Signature(r, s, v - 27, uint16(i), type(uint16).max);
        }
    }

    function _digest(bytes32 blockHash, uint64 timeMs) private pure returns (bytes32) {
        bytes memory position = abi.encodePacked(uint8(2), uint64(10), uint64(0), uint64(0), uint8(1));
        return
            keccak256(
                abi.encodePacked(bytes32("kumiai/vote/1"), CHAIN_ID, position, blockHash, timeMs)
            );
    }

    /// A header of 21 fields, 560 bytes of content.
    function _header(bytes32 parent, bytes32 following, uint8 height) private pure returns (bytes memory) {
        bytes memory word = abi.encodePacked(hex"a0", bytes32(uint256(5)));
        bytes memory three = bytes.concat(word, word, word);
        bytes memory first = bytes.concat(abi.encodePacked(hex"a0", parent), word);
        first = bytes.concat(first, abi.encodePacked(hex"94", address(7)), three);
        first = bytes.concat(first, abi.encodePacked(hex"b90100", new bytes(256)));
        bytes memory second = abi.encodePacked(hex"80", height, hex"8080");
        second = bytes.concat(second, abi.encodePacked(hex"84", uint32(1_700_000_000)));
        second = bytes.concat(second, abi.encodePacked(hex"a0", following), word);
        second = bytes.concat(second, abi.encodePacked(hex"88", bytes8(0), hex"80"), word);
        second = bytes.concat(second, hex"8080", word, word);
        bytes memory content = bytes.concat(first, second);
        return abi.encodePacked(hex"f9", uint16(content.length), content);
    }
}
