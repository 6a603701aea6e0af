// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {GOVERNANCE, IGovernance} from "../../../modules/governance/IGovernance.sol";
import {IModelFees, MODEL_FEES} from "../../../modules/model_fees/IModelFees.sol";
import {STAKING} from "../../../modules/staking/IStaking.sol";

/// @notice A contract that has stake, governs, and pays for model use, as any account does.
contract Client {
    /// @notice A module said no, in words of its own that this contract reads.
    event ChargeRefused(uint256 maxTotalWei, uint256 chargeWei);

    /// @notice A module said no; its error's bytes as they came.
    event Caught(bytes data);

    /// @notice A use was paid for; `keptWei` of what was sent came back and stays here.
    event Paid(uint256 chargeWei, uint256 keptWei);

    /// @notice A proposal was put forward in the contract's name.
    event Proposed(uint256 id, uint256 countBefore);

    /// @notice A split quoted is not the whole charge.
    error LegsDoNotSum(uint256 totalWei, uint256 legsWei);

    uint256 public refusals;

    /// @notice Take coins, such as a returned deposit from another contract.
    receive() external payable {}

    /// @notice Bond the coins sent with a validator, in the contract's name.
    function delegate(address validator) external payable {
        STAKING.delegate{value: msg.value}(validator);
    }

    /// @notice Propose one parameter's change; the coins sent are the deposit.
    function propose(
        string calldata parameter,
        uint256 expected,
        uint256 value
    ) external payable returns (uint256 id) {
        uint256 before = GOVERNANCE.proposalCount();
        IGovernance.ParameterChange[] memory changes = new IGovernance.ParameterChange[](1);
        changes[0] = IGovernance.ParameterChange(parameter, expected, value);
        id = GOVERNANCE.submitParameters{value: msg.value}("From a contract", "", changes);
        emit Proposed(id, before);
    }

    /// @notice Vote with the contract's stake.
    function vote(uint256 id, IGovernance.Option option) external {
        GOVERNANCE.vote(id, option);
    }

    /// @notice Where a proposal stands, and how the contract's vote counts.
    function standing(
        uint256 id
    ) external view returns (IGovernance.Status status, uint256 powerWei, uint256 yesWei) {
        IGovernance.Proposal memory found = GOVERNANCE.proposal(id);
        return (found.status, GOVERNANCE.voteOf(id, address(this)).powerWei, found.tally.yesWei);
    }

    /// @notice What a use would cost; its legs must sum to it.
    function quote(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens
    ) public view returns (uint256 totalWei, uint256 protocolWei) {
        IModelFees.Quote memory found = MODEL_FEES.quote(
            modelId,
            inputTokens,
            outputTokens,
            new IModelFees.Referrer[](0)
        );
        uint256 legsWei;
        for (uint256 i = 0; i < found.legs.length; i++) {
            legsWei += found.legs[i].amountWei;
            if (found.legs[i].kind == IModelFees.LegKind.TREASURY) {
                protocolWei += found.legs[i].amountWei;
            }
        }
        if (legsWei != found.totalWei) revert LegsDoNotSum(found.totalWei, legsWei);
        return (found.totalWei, protocolWei);
    }

    /// @notice Pay for a use with the coins sent; what is too much comes back and stays here.
    function pay(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens
    ) external payable returns (uint256 chargeWei) {
        uint256 before = address(this).balance - msg.value;
        chargeWei = MODEL_FEES.payForUse{value: msg.value}(
            modelId,
            inputTokens,
            outputTokens,
            type(uint256).max,
            new IModelFees.Referrer[](0)
        );
        emit Paid(chargeWei, address(this).balance - before);
    }

    /// @notice Pay, but at most so much: a refusal is read, counted, and the contract goes on.
    function tryPay(
        string calldata modelId,
        uint256 inputTokens,
        uint256 maxTotalWei
    ) external payable returns (bool) {
        IModelFees.Referrer[] memory nobody = new IModelFees.Referrer[](0);
        try
            MODEL_FEES.payForUse{value: msg.value}(modelId, inputTokens, 0, maxTotalWei, nobody)
        returns (uint256 chargeWei) {
            emit Paid(chargeWei, msg.value - chargeWei);
            return true;
        } catch (bytes memory reason) {
            refusals++;
            if (bytes4(reason) != IModelFees.ChargeAboveLimit.selector) emit Caught(reason);
            else _tell(reason);
            return false;
        }
    }

    /// @notice Vote on what may not be there: a call without a result is caught as well.
    function tryVote(uint256 id) external returns (bool) {
        try GOVERNANCE.vote(id, IGovernance.Option.YES) {
            return true;
        } catch (bytes memory reason) {
            refusals++;
            emit Caught(reason);
            return false;
        }
    }

    function _tell(bytes memory reason) private {
        bytes memory fields = new bytes(reason.length - 4);
        for (uint256 i = 0; i < fields.length; i++) fields[i] = reason[i + 4];
        (uint256 maxTotalWei, uint256 chargeWei) = abi.decode(fields, (uint256, uint256));
        emit ChargeRefused(maxTotalWei, chargeWei);
    }
}
