// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Asset} from "./GatewayStorage.sol";
import {GatewayGovernance} from "./GatewayGovernance.sol";
import {IVoucher, IVoucherMaker} from "./IVoucher.sol";

/// @title How a gateway takes and gives.
///
///     own token  take: into escrow     give: out of escrow
///     voucher    take: burnt           give: minted
///
/// @notice For each token, `held` is its escrow on all routes and what is owed of it; the gateway
/// never has less, nor less coins than `held` and `feesTotal` together.
abstract contract GatewayMoney is GatewayGovernance {
    event Owed(address indexed token, address indexed account, uint256 amount);
    event Withdrawn(address indexed token, address indexed account, address to, uint256 amount);

    /// @notice The token did not do as a token does.
    error TokenRefused(address token);
    /// @notice More is to be given than the route holds.
    error EscrowTooLow(address token, uint256 amount, uint256 outstanding);
    /// @notice Too little gas is left to do this so that it counts; nothing has happened.
    error GasTooLow();
    /// @notice There is nothing to withdraw.
    error NothingOwed();
    /// @notice A call back into the gateway while it calls out.
    error Reentered();

    /// Gas that a token, or whoever gets coins, may use.
    uint256 internal constant PAY_GAS = 200_000;
    /// Gas that must be left behind each call out of the gateway, to write down what came of it.
    uint256 internal constant RESERVE_GAS = 120_000;

    bool private transient _isEntered;

    constructor(IVoucherMaker maker) GatewayGovernance(maker) {}

    modifier outside() {
        if (version != VERSION) revert VersionWrong(VERSION, version);
        if (_isEntered) revert Reentered();
        _;
    }

    modifier guarded() {
        if (version != VERSION) revert VersionWrong(VERSION, version);
        if (_isEntered) revert Reentered();
        _isEntered = true;
        _;
        _isEntered = false;
    }

    /// @notice Take what could not be paid out to the caller before.
    function withdraw(address token, address to) external guarded {
        uint256 amount = owed[token][msg.sender];
        if (amount == 0) revert NothingOwed();
        owed[token][msg.sender] = 0;
        held[token] -= amount;
        emit Withdrawn(token, msg.sender, to, amount);
        if (!_push(token, to, amount)) revert TokenRefused(token);
    }

    /// @dev Take an amount from the caller; returns what arrived, which is what is credited.
    function _take(uint64 route_, address token, uint256 amount) internal returns (uint256 taken) {
        Asset storage asset = assets[route_][token];
        if (asset.isVoucher) {
            asset.outstanding -= amount;
            IVoucher(token).burn(msg.sender, amount);
            return amount;
        }
        taken = token == COIN ? amount : _pull(token, amount);
        asset.outstanding += taken;
        held[token] += taken;
    }

    /// @dev Give an amount, all or nothing.
    function _give(uint64 route_, address token, address to, uint256 amount) internal {
        Asset storage asset = assets[route_][token];
        if (asset.isVoucher) {
            asset.outstanding += amount;
            IVoucher(token).mint(to, amount);
            return;
        }
        _takeOut(asset, token, amount);
        held[token] -= amount;
        if (!_push(token, to, amount)) revert TokenRefused(token);
    }

    /// @dev Give back what `_take` took; what the owner cannot be paid now is owed.
    function _giveBack(uint64 route_, address token, address to, uint256 amount) internal {
        Asset storage asset = assets[route_][token];
        if (asset.isVoucher) return _give(route_, token, to, amount);
        _takeOut(asset, token, amount);
        _payHeld(token, to, amount);
    }

    /// @dev Pay a part of a fee that has left `feesTotal`.
    function _payFee(address to, uint256 amount) internal {
        if (amount == 0) return;
        held[COIN] += amount;
        _payHeld(COIN, to, amount);
    }

    /// @dev Call with exactly so much gas, or not at all; copies nothing of a failure's data.
    /// @return done Whether the call succeeded.
    /// @return size Bytes that it returned.
    /// @return word The first 32 of them.
    function _callOut(
        address target,
        uint256 value,
        bytes memory data,
        uint256 gasLimit
    ) internal returns (bool done, uint256 size, uint256 word) {
        // A call gets at most 63/64 of what is left: less than promised must not pass for a failure.
        uint256 left = gasleft();
        if (left < RESERVE_GAS || left - left / 64 < gasLimit + RESERVE_GAS) revert GasTooLow();
        assembly {
            mstore(0, 0)
            done := call(gasLimit, target, value, add(data, 32), mload(data), 0, 32)
            size := returndatasize()
            word := mload(0)
        }
    }

    /// @dev A route gives what it holds, never another's: no lie of one chain costs those of another.
    function _takeOut(Asset storage asset, address token, uint256 amount) private {
        if (asset.outstanding < amount) revert EscrowTooLow(token, amount, asset.outstanding);
        asset.outstanding -= amount;
    }

    function _payHeld(address token, address to, uint256 amount) private {
        held[token] -= amount;
        if (_push(token, to, amount)) return;
        held[token] += amount;
        owed[token][to] += amount;
        emit Owed(token, to, amount);
    }

    function _push(address token, address to, uint256 amount) private returns (bool done) {
        if (token == COIN) {
            (done, , ) = _callOut(to, amount, "", PAY_GAS);
            return done;
        }
        return _callToken(token, abi.encodeWithSignature("transfer(address,uint256)", to, amount));
    }

    /// @dev Move a token into escrow and count what came.
    function _pull(address token, uint256 amount) private returns (uint256) {
        uint256 before = _balanceOf(token);
        bytes memory data = abi.encodeWithSignature(
            "transferFrom(address,address,uint256)",
            msg.sender,
            address(this),
            amount
        );
        if (!_callToken(token, data)) revert TokenRefused(token);
        uint256 afterwards = _balanceOf(token);
        if (afterwards <= before || afterwards - before > amount) revert TokenRefused(token);
        return afterwards - before;
    }

    /// @dev As ERC-20 has it, or as those tokens do that return nothing.
    function _callToken(address token, bytes memory data) private returns (bool) {
        (bool done, uint256 size, uint256 word) = _callOut(token, 0, data, PAY_GAS);
        return done && (size == 0 ? token.code.length != 0 : size >= 32 && word == 1);
    }

    function _balanceOf(address token) private view returns (uint256) {
        (bool done, bytes memory output) = token.staticcall(
            abi.encodeWithSignature("balanceOf(address)", address(this))
        );
        if (!done || output.length != 32) revert TokenRefused(token);
        return abi.decode(output, (uint256));
    }
}
