/** Tells in the words of CycloneDX what the bundles are made of: for those who have to know which packages they run. */
import { ComponentType, LifecyclePhase } from '@cyclonedx/cyclonedx-library/Enums';
import { Bom, Component, LicenseExpression, SpdxLicense } from '@cyclonedx/cyclonedx-library/Models';
import { JSON as json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { PackageURL } from 'packageurl-js';

/** @typedef {import('./notices.mjs').BundledPackage} BundledPackage */

/**
 * The bill of materials as JSON. It has neither a time nor a number of its own: the same packages make the same text.
 * @param {BundledPackage[]} packages
 * @param {{ name: string, version: string, license: string }} product
 * @returns {string}
 */
export function billOfMaterials(packages, product) {
  const bom = new Bom();
  const whole = componentOf(ComponentType.Application, product);
  bom.metadata.component = whole;
  bom.metadata.lifecycles.add(LifecyclePhase.Build);
  for (const bundled of packages) {
    const component = componentOf(ComponentType.Library, bundled);
    bom.components.add(component);
    whole.dependencies.add(component.bomRef);
  }
  const serializer = new JsonSerializer(new json.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/**
 * @param {ComponentType} type
 * @param {{ name: string, version: string, license: string }} what
 */
function componentOf(type, { name, version, license }) {
  const slash = name.indexOf('/');
  const scope = slash < 0 ? undefined : name.slice(0, slash);
  const bare = name.slice(slash + 1);
  const purl = new PackageURL('npm', scope, bare, version).toString();
  const component = new Component(type, bare, {
    ...(scope === undefined ? {} : { group: scope }),
    version,
    purl,
    bomRef: purl,
  });
  component.licenses.add(license.includes(' ') ? new LicenseExpression(license) : new SpdxLicense(license));
  return component;
}
