"""Outbox: papers are approved before they leave, reminders are sent."""
