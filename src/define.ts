/** Registers every element under its own tag. Safe to load twice. */
// In this order a bundle of all four compresses best.
import './define/trend-line';
import './define/kpi-target-table';
import './define/csat-card';
import './define/nps-gauge';
