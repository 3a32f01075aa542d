-- refused: FAN-OUT
-- beside people with many visits there would be many rows
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p LEFT JOIN x.v AS v ON v.p_id = p.p_id GROUP BY p.wijk
