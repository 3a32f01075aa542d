-- uses: tpch.lineitem.l_partkey link, tpch.lineitem.l_quantity filter, tpch.lineitem.l_shipdate filter, tpch.lineitem.l_suppkey link, tpch.nation.n_name filter, tpch.nation.n_nationkey link, tpch.part.p_name filter, tpch.part.p_partkey link, tpch.partsupp.ps_availqty filter, tpch.partsupp.ps_partkey link, tpch.partsupp.ps_suppkey link, tpch.supplier.s_address show, tpch.supplier.s_name show, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/partsupp.ps_partkey = tpch/part.p_partkey, tpch/partsupp.ps_suppkey = tpch/supplier.s_suppkey, tpch/lineitem.l_partkey = tpch/partsupp.ps_partkey, tpch/lineitem.l_suppkey = tpch/partsupp.ps_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey
SELECT s_name, s_address
FROM tpch.supplier, tpch.nation
WHERE s_suppkey IN (
    SELECT ps_suppkey FROM tpch.partsupp
    WHERE ps_partkey IN (SELECT p_partkey FROM tpch.part WHERE p_name LIKE 'forest%')
      AND ps_availqty > (
        SELECT 0.5 * SUM(l_quantity) FROM tpch.lineitem
        WHERE l_partkey = ps_partkey AND l_suppkey = ps_suppkey
          AND l_shipdate >= DATE '1994-01-01' AND l_shipdate < DATE '1994-01-01' + INTERVAL '1' YEAR))
  AND s_nationkey = n_nationkey AND n_name = 'CANADA'
ORDER BY s_name
