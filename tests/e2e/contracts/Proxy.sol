// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice Hands calls on to a target in each of the ways the machine knows.
contract Proxy {
    /// @notice Run the target's code in this contract's own account.
    function byDelegate(address target, bytes calldata data) external payable {
        (bool success, bytes memory output) = target.delegatecall(data);
        _finish(success, output);
    }

    /// @notice Call the target so that it may write nothing.
    function byStatic(address target, bytes calldata data) external view {
        (bool success, bytes memory output) = target.staticcall(data);
        _finish(success, output);
    }

    /// @notice Call the target with so much gas, and go on whatever comes of it.
    function byCall(
        address target,
        bytes calldata data,
        uint256 gasLimit
    ) external payable returns (bool success) {
        (success, ) = target.call{gas: gasLimit, value: msg.value}(data);
    }

    function _finish(bool success, bytes memory output) private pure {
        assembly {
            if success {
                return(add(output, 32), mload(output))
            }
            revert(add(output, 32), mload(output))
        }
    }
}
