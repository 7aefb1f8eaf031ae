"""What became of the approvals that tests give."""

from jospar.queries.outbox import OutboxLine, fingerprints


def approval_stands(line: OutboxLine) -> bool:
    """Tell whether the paper was approved, and reads as it did then, to the byte."""
    approval = line.approval
    return approval is not None and approval.covers(fingerprints(line))
