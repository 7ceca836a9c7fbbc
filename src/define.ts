/** Registers every element under its own tag. Safe to load twice. */
import './define/nps-gauge';
import './define/csat-card';
import './define/kpi-target-table';
import './define/trend-line';
