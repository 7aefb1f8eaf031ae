"""The words of the kernel that all parts of the Rules share."""
