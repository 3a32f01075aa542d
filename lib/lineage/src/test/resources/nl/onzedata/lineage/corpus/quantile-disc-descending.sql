-- direct: m <- x.p.geb_jaar AGGREGATION
-- rows: x.p
-- named: x.p.geb_jaar:MEASURE
SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY geb_jaar DESC) AS m FROM x.p
