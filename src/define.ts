/** Registers every element under its own tag. Safe to load twice. */
// In this order a bundle of all four compresses best.
import './define/trend-line';
import './define/nps-gauge';
import './define/csat-card';
import './define/kpi-target-table';
