-- refused: KIND
-- a figure about two persons at once
SELECT met.wijk, COUNT(*) AS n FROM x.vh AS v JOIN x.p AS met ON v.met_id = met.p_id GROUP BY met.wijk
